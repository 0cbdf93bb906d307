import { placesOf, type Outcome } from './outcomes.ts';
import type { Words } from './words.ts';

/** Edition of the annual report whose table 三 the outcomes are (国办公开办函〔2021〕30号). */
export const reportFormat = '2021-30';

const regulation = (...articles: string[]) =>
  articles.map((article) => `《政府信息公开条例》${article}`);

const opening = `{applicant}：

{organ}于{receivedOn}收到您（单位）的政府信息公开申请（申请编号：{number}），申请公开：{sought}。`;

const closing = `对本答复有疑问的，可以与我们联系：{contact}。`;

/** Rows 4 to 12: 不予公开, in whole or in part. */
const reviewFirst = `如对不予公开的决定不服，请先申请行政复议：可以自收到本答复之日起{reconsiderationDays}日内向{reviewOrgan}提出。依照《中华人民共和国行政复议法》第二十条、第二十三条第一款第四项，应当先经行政复议；对行政复议决定仍不服的，再依法向人民法院提起行政诉讼。（《中华人民共和国政府信息公开条例》第五十一条）`;

const eitherWay = `如不服本答复，可以自收到本答复之日起{reconsiderationDays}日内向{reviewOrgan}申请行政复议，或者自收到本答复之日起{litigationMonths}个月内向{court}提起行政诉讼。（《中华人民共和国政府信息公开条例》第五十一条）`;

const ending = `{organ}
{repliedOn}`;

interface Row {
  code: string;
  label: Words;
  articles: string[];
  /** What the letter says between opening and closing. */
  body: string;
}

function outcomesOf(
  group: Outcome['group'],
  firstRow: number,
  rows: Row[],
  isReviewFirst = false,
): Outcome[] {
  const remedy = isReviewFirst ? reviewFirst : eitherWay;
  return rows.map(({ body, ...row }, index) => {
    const template = [opening, body, closing, remedy, ending].join('\n\n');
    return {
      ...row,
      row: firstRow + index,
      group,
      reviewFirst: isReviewFirst,
      template,
      places: placesOf(template),
    };
  });
}

/**
 * The 21 办理结果, rows 3 to 23 of table 三. 复议前置 is set where information is refused, in whole or in
 * part (rows 4 to 12); whether it also reaches 无法提供 and 不予处理 is not settled, so their letters
 * name both ways, 行政复议 first.
 */
export const outcomes: readonly Outcome[] = [
  ...outcomesOf('disclosed', 3, [
    {
      code: 'disclosed',
      label: { zh: '予以公开', en: 'Disclosed' },
      articles: regulation('第三十六条第一项、第二项'),
      body: `经审查，您（单位）申请的信息可以公开。依照《中华人民共和国政府信息公开条例》第三十六条第一项、第二项，现提供如下（已经主动公开的，告知获取的方式、途径）：{provision}`,
    },
  ]),
  ...outcomesOf(
    'partlyDisclosed',
    4,
    [
      {
        code: 'partlyDisclosed',
        label: { zh: '部分公开', en: 'Disclosed in part' },
        articles: regulation('第三十七条'),
        body: `经审查，您（单位）申请的信息含有不应当公开的内容，但能够作区分处理。依照《中华人民共和国政府信息公开条例》第三十七条，现提供可以公开的内容：{provision}

不予公开的内容：{withheld}

不予公开的理由：{reason}`,
      },
    ],
    true,
  ),
  ...outcomesOf(
    'refused',
    5,
    [
      {
        code: 'stateSecret',
        label: { zh: '属于国家秘密', en: 'Refused: state secret' },
        articles: regulation('第十四条', '第三十六条第三项'),
        body: `经审查，您（单位）申请的信息属于国家秘密。依照《中华人民共和国政府信息公开条例》第十四条、第三十六条第三项，决定不予公开。理由：{reason}`,
      },
      {
        code: 'forbiddenByLaw',
        label: { zh: '其他法律行政法规禁止公开', en: 'Refused: disclosure forbidden by law' },
        articles: regulation('第十四条', '第三十六条第三项'),
        body: `经审查，您（单位）申请的信息属于法律、行政法规禁止公开的信息。依照《中华人民共和国政府信息公开条例》第十四条、第三十六条第三项，决定不予公开。禁止公开的规定和理由：{reason}`,
      },
      {
        code: 'publicSecurity',
        label: {
          zh: '危及“三安全一稳定”',
          en: 'Refused: national, public or economic security, or social stability',
        },
        articles: regulation('第十四条', '第三十六条第三项'),
        body: `经审查，您（单位）申请的信息公开后可能危及国家安全、公共安全、经济安全、社会稳定。依照《中华人民共和国政府信息公开条例》第十四条、第三十六条第三项，决定不予公开。理由：{reason}`,
      },
      {
        code: 'thirdPartyRights',
        label: { zh: '保护第三方合法权益', en: 'Refused: rights of a third party' },
        articles: regulation('第十五条', '第三十二条', '第三十六条第三项'),
        body: `经审查，您（单位）申请的信息涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害。依照《中华人民共和国政府信息公开条例》第十五条、第三十二条、第三十六条第三项，决定不予公开。理由：{reason}`,
      },
      {
        code: 'internalAffairs',
        label: { zh: '属于三类内部事务信息', en: 'Refused: internal affairs' },
        articles: regulation('第十六条第一款', '第三十六条第三项'),
        body: `经审查，您（单位）申请的信息属于行政机关人事管理、后勤管理、内部工作流程方面的内部事务信息。依照《中华人民共和国政府信息公开条例》第十六条第一款、第三十六条第三项，决定不予公开。理由：{reason}`,
      },
      {
        code: 'deliberation',
        label: { zh: '属于四类过程性信息', en: 'Refused: papers of a decision in the making' },
        articles: regulation('第十六条第二款', '第三十六条第三项'),
        body: `经审查，您（单位）申请的信息属于行政机关在履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告等过程性信息。依照《中华人民共和国政府信息公开条例》第十六条第二款、第三十六条第三项，决定不予公开。理由：{reason}`,
      },
      {
        code: 'enforcementFile',
        label: { zh: '属于行政执法案卷', en: 'Refused: file of an enforcement case' },
        articles: regulation('第十六条第二款', '第三十六条第三项'),
        body: `经审查，您（单位）申请的信息属于行政执法案卷信息。依照《中华人民共和国政府信息公开条例》第十六条第二款、第三十六条第三项，决定不予公开。理由：{reason}`,
      },
      {
        code: 'registryInquiry',
        label: { zh: '属于行政查询事项', en: 'Refused: to be looked up under rules of its own' },
        articles: regulation('第三十六条第七项'),
        body: `经审查，您（单位）申请的信息属于工商、不动产登记资料等信息，有关法律、行政法规对其获取有特别规定。依照《中华人民共和国政府信息公开条例》第三十六条第七项，请依照该规定查询。查询的依据和办法：{reason}`,
      },
    ],
    true,
  ),
  ...outcomesOf('unavailable', 13, [
    {
      code: 'notHeld',
      label: { zh: '本机关不掌握相关政府信息', en: 'Not held by this organ' },
      articles: regulation('第三十六条第四项、第五项'),
      body: `经检索和审查，本机关不掌握您（单位）申请的信息。依照《中华人民共和国政府信息公开条例》第三十六条第四项、第五项，现告知如下（能够确定负责公开该信息的行政机关的，告知其名称、联系方式）：{reason}`,
    },
    {
      code: 'needsProcessing',
      label: { zh: '没有现成信息需要另行制作', en: 'Would have to be made for the request' },
      articles: regulation('第三十八条'),
      body: `经检索，您（单位）申请的信息没有现成的，需要本机关对现有政府信息进行加工、分析。依照《中华人民共和国政府信息公开条例》第三十八条，本机关无法提供。说明：{reason}`,
    },
    {
      code: 'stillUnclear',
      label: { zh: '补正后申请内容仍不明确', en: 'Still unclear after the supplement' },
      articles: regulation('第二十九条', '第三十条'),
      body: `您（单位）补正后，申请内容仍不明确，本机关无法据此查找。依照《中华人民共和国政府信息公开条例》第二十九条、第三十条，本机关无法提供。说明：{reason}`,
    },
  ]),
  ...outcomesOf('notProcessed', 16, [
    {
      code: 'petition',
      label: { zh: '信访举报投诉类申请', en: 'In substance a petition, complaint or report' },
      articles: regulation('第三十九条第一款'),
      body: `经审查，您（单位）以政府信息公开申请的形式进行信访、投诉、举报等活动。依照《中华人民共和国政府信息公开条例》第三十九条第一款，本机关不作为政府信息公开申请处理，请通过相应渠道提出：{reason}`,
    },
    {
      code: 'repeated',
      label: { zh: '重复申请', en: 'Already answered before' },
      articles: regulation('第三十六条第六项'),
      body: `经审查，本机关已就您（单位）相同内容的政府信息公开申请作出答复。依照《中华人民共和国政府信息公开条例》第三十六条第六项，不予重复处理。此前的答复：{reason}`,
    },
    {
      code: 'publication',
      label: { zh: '要求提供公开出版物', en: 'Asks for a published work' },
      articles: regulation('第三十九条第二款'),
      body: `经审查，您（单位）要求提供政府公报、报刊、书籍等公开出版物。依照《中华人民共和国政府信息公开条例》第三十九条第二款，获取的途径是：{reason}`,
    },
    {
      code: 'unreasonableRepetition',
      label: { zh: '无正当理由大量反复申请', en: 'Many repeated requests without good reason' },
      articles: regulation('第三十五条'),
      body: `您（单位）申请公开政府信息的数量、频次明显超过合理范围，经要求说明理由，本机关认为理由不合理。依照《中华人民共和国政府信息公开条例》第三十五条，不予处理。理由：{reason}`,
    },
    {
      code: 'reissue',
      label: {
        zh: '要求行政机关确认或重新出具已获取信息',
        en: 'Asks to confirm or issue again what was already obtained',
      },
      articles: regulation('第三十六条'),
      body: `经审查，您（单位）要求确认或者重新出具已经获取的信息，不属于需要提供的政府信息，本机关不予处理。说明：{reason}`,
    },
  ]),
  ...outcomesOf('other', 21, [
    {
      code: 'supplementLapsed',
      label: {
        zh: '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
        en: 'Not supplemented in time, no longer processed',
      },
      articles: regulation('第三十条'),
      body: `本机关已一次性告知需要补正的事项和合理的补正期限，您（单位）无正当理由逾期不补正。依照《中华人民共和国政府信息公开条例》第三十条，视为放弃申请，本机关不再处理。补正告知的情况：{reason}`,
    },
    {
      code: 'feeLapsed',
      label: {
        zh: '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
        en: 'Fee not paid in time, no longer processed',
      },
      articles: [
        ...regulation('第四十二条'),
        '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）',
      ],
      body: `您（单位）未按照收费通知的要求在期限内缴纳信息处理费。依照《中华人民共和国政府信息公开条例》第四十二条和《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），视为放弃申请，本机关不再处理。收费通知的情况：{reason}`,
    },
    {
      code: 'other',
      label: { zh: '其他', en: 'Other' },
      articles: regulation('第三十六条'),
      body: `经审查，现告知如下：{reason}`,
    },
  ]),
];

/** An outcome by its code; undefined for one this edition does not have. */
export function findOutcome(code: string): Outcome | undefined {
  return outcomes.find((outcome) => outcome.code === code);
}
