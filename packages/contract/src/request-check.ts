import { isCreditCode, isResidentId, type Identity } from './identity.ts';
import type { Applicant, RequestSubmission } from './requests.ts';
import type { FieldFault, Words } from './words.ts';

/**
 * What a submission lacks under 条例 art. 29, beyond the shape its schema asks. The form and the
 * service run the same checks, so neither accepts what the other refuses.
 */

type Filed = Omit<RequestSubmission, 'challenge' | 'website'>;

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

function fault(field: string, zh: string, en: string, expected?: Words): FieldFault {
  return { field, message: { zh, en }, expected };
}

function missing(field: string, zh: string, en: string): FieldFault {
  return fault(field, `请填写${zh}`, `${en} is missing`);
}

/** Only papers whose numbers have a checkable form are checked; others are taken as written. */
const numberChecks: Record<
  string,
  { fits: (number: string) => boolean; wrong: Words; right: Words }
> = {
  residentId: {
    fits: isResidentId,
    wrong: { zh: '身份证号码有误，请核对', en: 'The identity number is not right' },
    right: {
      zh: '18 位公民身份号码，最后一位可以是 X；如使用其他证件，请改选证件种类',
      en: '18 characters, the last may be X; for another paper choose its kind',
    },
  },
  creditCode: {
    fits: isCreditCode,
    wrong: {
      zh: '统一社会信用代码有误，请核对',
      en: 'The unified social credit code is not right',
    },
    right: {
      zh: '18 位数字或大写字母；如使用其他证件，请改选证件种类',
      en: '18 digits or capital letters; for another paper choose its kind',
    },
  },
};

function checkIdentity(field: string, { kind, number }: Identity): FieldFault[] {
  if (isBlank(number)) return [missing(`${field}.number`, '证件号码', 'The number of the paper')];
  const check = numberChecks[kind];
  if (!check || check.fits(number.trim())) return [];
  return [{ field: `${field}.number`, message: check.wrong, expected: check.right }];
}

function checkApplicant({ category, name, identity, representative }: Applicant): FieldFault[] {
  const faults: FieldFault[] = [];
  const isPerson = category === 'person';
  if (isBlank(name)) {
    faults.push(
      isPerson
        ? missing('applicant.name', '姓名', 'The name')
        : missing('applicant.name', '单位名称', 'The name of the organisation'),
    );
  }
  faults.push(...checkIdentity('applicant.identity', identity));
  if (!isPerson && isBlank(representative)) {
    faults.push(
      missing(
        'applicant.representative',
        '法定代表人或者负责人姓名',
        'The name of the representative',
      ),
    );
  }
  return faults;
}

/** Digits with what people write between them; numbers abroad are longer than ours. */
const phonePattern = /^\+?[\d\s()（）\-–—转,，;；/]{5,30}$/;
const emailPattern = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

function checkContact({ contact, delivery }: Filed): FieldFault[] {
  const { phone, email, address } = contact;
  const faults: FieldFault[] = [];
  if (isBlank(phone) && isBlank(email) && isBlank(address)) {
    faults.push(
      fault(
        'contact.phone',
        '请至少填写一种联系方式',
        'Give at least one way to reach the applicant',
        {
          zh: '电话、电子邮箱或者通信地址（《政府信息公开条例》第二十九条）',
          en: 'a telephone number, an e-mail or a postal address (Regulations, art. 29)',
        },
      ),
    );
  }
  if (!isBlank(phone) && !phonePattern.test(phone ?? '')) {
    faults.push(
      fault('contact.phone', '电话号码写法有误', 'The telephone number is not right', {
        zh: '如 13800000000 或 027-80000000',
        en: 'such as 13800000000 or 027-80000000',
      }),
    );
  }
  if (!isBlank(email) && !emailPattern.test((email ?? '').trim())) {
    faults.push(
      fault('contact.email', '电子邮箱写法有误', 'The e-mail address is not right', {
        zh: '如 name@example.com',
        en: 'such as name@example.com',
      }),
    );
  }
  if (delivery.way === 'email' && isBlank(email)) {
    faults.push(missing('contact.email', '电子邮箱，以便发送答复', 'The e-mail for the reply'));
  }
  if (delivery.way === 'post' && isBlank(address)) {
    faults.push(missing('contact.address', '通信地址，以便邮寄答复', 'The address for the reply'));
  }
  if (delivery.way === 'fax' && isBlank(phone)) {
    faults.push(missing('contact.phone', '传真号码', 'The fax number'));
  }
  return faults;
}

function checkSought({ kind, sought, correction }: Filed): FieldFault[] {
  const { name, documentNumber, description } = sought;
  const faults: FieldFault[] = [];
  if (isBlank(name) && isBlank(documentNumber) && isBlank(description)) {
    faults.push(
      fault('sought.name', '请写明需要什么信息', 'Say what information is sought', {
        zh: '名称、文号、其他特征描述，至少填一项（《政府信息公开条例》第二十九条）',
        en: 'its name, its document number or a description (Regulations, art. 29)',
      }),
    );
  }
  if (kind !== 'correction') return faults;
  if (isBlank(correction?.wrong)) {
    faults.push(missing('correction.wrong', '哪里记录得不准确', 'What is recorded wrongly'));
  }
  if (isBlank(correction?.right)) {
    faults.push(
      missing('correction.right', '正确的内容和证据', 'What would be right, and what proves it'),
    );
  }
  return faults;
}

function checkAgent({ agent }: Filed): FieldFault[] {
  if (!agent) return [];
  const faults = checkIdentity('agent.identity', agent.identity);
  if (isBlank(agent.name))
    faults.unshift(missing('agent.name', '代理人姓名', 'The name of the agent'));
  if (isBlank(agent.phone)) {
    faults.push(missing('agent.phone', '代理人电话', 'The telephone number of the agent'));
  }
  return faults;
}

/** Everything wrong with a submission, in the order of the form; empty when it can be filed. */
export function checkSubmission(filed: Filed): FieldFault[] {
  const faults = isBlank(filed.organId)
    ? [fault('organId', '请选择向哪个机关申请', 'Choose the organ to ask')]
    : [];
  return [
    ...faults,
    ...checkSought(filed),
    ...checkApplicant(filed.applicant),
    ...checkAgent(filed),
    ...checkContact(filed),
  ];
}
