/** Codes of outcomes that the life cycle itself knows (`outcomes.list`; 国办公开办函〔2021〕30号, 表三). */
export const outcomeCodes = {
  thirdParty: 'thirdPartyRights',
  notHeld: 'notHeld',
  stillUnclear: 'stillUnclear',
  unreasonable: 'unreasonableRepetition',
  notSupplemented: 'supplementLapsed',
  notPaid: 'feeLapsed',
  other: 'other',
} as const;
