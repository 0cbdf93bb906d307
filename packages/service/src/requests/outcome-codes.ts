/** Codes of outcomes that the life cycle itself knows (`outcomes.list`; 国办公开办函〔2021〕30号, 表三). */
export const outcomeCodes = {
  thirdParty: '3.4',
  notHeld: '4.1',
  stillUnclear: '4.3',
  unreasonable: '5.4',
  notSupplemented: '6.1',
  notPaid: '6.2',
  other: '6.3',
} as const;
