import { calendarOf, dateOf, dayNumber, weekdayOf, type CalendarYear } from './calendar-days.ts';

/** A holiday as a notice words it: name, first and last day off, weekend days worked for it. */
type Holiday = readonly [name: string, first: string, last: string, ...worked: string[]];

interface Notice {
  number: string;
  url: string;
  title?: string;
}

const place = 'https://www.gov.cn/zhengce/zhengceku/';
const formerPlace = 'http://www.gov.cn/zhengce/zhengceku/';

/** Expands what a notice words into the weekdays off and the weekend days worked. */
function yearOf(year: number, notices: Notice[], holidays: Holiday[]): CalendarYear {
  const at = (day: string) => `${String(year)}-${day}`;
  const off = holidays.flatMap(([name, first, last]) => {
    const start = dayNumber(at(first));
    const count = dayNumber(at(last)) - start + 1;
    return Array.from({ length: count }, (_, i) => ({ date: dateOf(start + i), name }));
  });
  return {
    year,
    notices: notices.map(({ number, url, title }) => ({
      number,
      title: title ?? `国务院办公厅关于${String(year)}年部分节假日安排的通知`,
      url,
    })),
    off: off.filter(({ date }) => weekdayOf(date) <= 5),
    worked: holidays
      .flatMap(([name, , , ...days]) => days.map((day) => ({ date: at(day), name })))
      .sort((a, b) => (a.date < b.date ? -1 : 1)),
  };
}

/** The years as the notices of 国务院办公厅 set them. */
const years = [
  yearOf(
    2019,
    [
      { number: '国办发明电〔2018〕15号', url: `${formerPlace}2018-12/06/content_5346276.htm` },
      {
        number: '国办发明电〔2019〕3号',
        url: `${formerPlace}2019-03/22/content_5375877.htm`,
        title: '国务院办公厅关于调整2019年劳动节假期安排的通知',
      },
    ],
    [
      ['元旦', '01-01', '01-01'],
      ['春节', '02-04', '02-10', '02-02', '02-03'],
      ['清明节', '04-05', '04-05'],
      ['劳动节', '05-01', '05-04', '04-28', '05-05'],
      ['端午节', '06-07', '06-07'],
      ['中秋节', '09-13', '09-13'],
      ['国庆节', '10-01', '10-07', '09-29', '10-12'],
    ],
  ),
  yearOf(
    2020,
    [
      { number: '国办发明电〔2019〕16号', url: `${formerPlace}2019-11/21/content_5454164.htm` },
      {
        number: '国办发明电〔2020〕1号',
        url: `${formerPlace}2020-01/27/content_5472352.htm`,
        title: '国务院办公厅关于延长2020年春节假期的通知',
      },
    ],
    [
      ['元旦', '01-01', '01-01'],
      ['春节', '01-24', '02-02', '01-19'],
      ['清明节', '04-04', '04-06'],
      ['劳动节', '05-01', '05-05', '04-26', '05-09'],
      ['端午节', '06-25', '06-27', '06-28'],
      ['国庆节、中秋节', '10-01', '10-08', '09-27', '10-10'],
    ],
  ),
  yearOf(
    2021,
    [{ number: '国办发明电〔2020〕27号', url: `${formerPlace}2020-11/25/content_5564127.htm` }],
    [
      ['元旦', '01-01', '01-03'],
      ['春节', '02-11', '02-17', '02-07', '02-20'],
      ['清明节', '04-03', '04-05'],
      ['劳动节', '05-01', '05-05', '04-25', '05-08'],
      ['端午节', '06-12', '06-14'],
      ['中秋节', '09-19', '09-21', '09-18'],
      ['国庆节', '10-01', '10-07', '09-26', '10-09'],
    ],
  ),
  yearOf(
    2022,
    [{ number: '国办发明电〔2021〕11号', url: `${formerPlace}2021-10/25/content_5644835.htm` }],
    [
      ['元旦', '01-01', '01-03'],
      ['春节', '01-31', '02-06', '01-29', '01-30'],
      ['清明节', '04-03', '04-05', '04-02'],
      ['劳动节', '04-30', '05-04', '04-24', '05-07'],
      ['端午节', '06-03', '06-05'],
      ['中秋节', '09-10', '09-12'],
      ['国庆节', '10-01', '10-07', '10-08', '10-09'],
    ],
  ),
  yearOf(
    2023,
    [{ number: '国办发明电〔2022〕16号', url: `${formerPlace}2022-12/08/content_5730844.htm` }],
    [
      ['元旦', '01-01', '01-02'],
      ['春节', '01-21', '01-27', '01-28', '01-29'],
      ['清明节', '04-05', '04-05'],
      ['劳动节', '04-29', '05-03', '04-23', '05-06'],
      ['端午节', '06-22', '06-24', '06-25'],
      ['中秋节、国庆节', '09-29', '10-06', '10-07', '10-08'],
    ],
  ),
  yearOf(
    2024,
    [{ number: '国办发明电〔2023〕7号', url: `${place}202310/content_6911528.htm` }],
    [
      ['元旦', '01-01', '01-01'],
      ['春节', '02-10', '02-17', '02-04', '02-18'],
      ['清明节', '04-04', '04-06', '04-07'],
      ['劳动节', '05-01', '05-05', '04-28', '05-11'],
      ['端午节', '06-10', '06-10'],
      ['中秋节', '09-15', '09-17', '09-14'],
      ['国庆节', '10-01', '10-07', '09-29', '10-12'],
    ],
  ),
  yearOf(
    2025,
    [{ number: '国办发明电〔2024〕12号', url: `${place}202411/content_6986383.htm` }],
    [
      ['元旦', '01-01', '01-01'],
      ['春节', '01-28', '02-04', '01-26', '02-08'],
      ['清明节', '04-04', '04-06'],
      ['劳动节', '05-01', '05-05', '04-27'],
      ['端午节', '05-31', '06-02'],
      ['国庆节、中秋节', '10-01', '10-08', '09-28', '10-11'],
    ],
  ),
  yearOf(
    2026,
    [{ number: '国办发明电〔2025〕7号', url: `${place}202511/content_7047091.htm` }],
    [
      ['元旦', '01-01', '01-03', '01-04'],
      ['春节', '02-15', '02-23', '02-14', '02-28'],
      ['清明节', '04-04', '04-06'],
      ['劳动节', '05-01', '05-05', '05-09'],
      ['端午节', '06-19', '06-21'],
      ['中秋节', '09-25', '09-27'],
      ['国庆节', '10-01', '10-07', '09-20', '10-10'],
    ],
  ),
];

/** The working days of 2019 to 2026, nationwide. */
export const calendarChina = calendarOf(years);
