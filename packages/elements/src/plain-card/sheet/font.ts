/** Fonts of drawings: those of the elements, since a drawing may be looked at anywhere. */
export const fontFamily =
  "'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif";
