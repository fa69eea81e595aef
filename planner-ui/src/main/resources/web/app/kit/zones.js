/** How firm a week of a line is; zones include the ones before. */
export function zoneOf(line, week) {
  if (week < line.firmWeeks) return 'firm';
  if (week < line.productionWeeks) return 'production';
  return week < line.materialWeeks ? 'material' : 'preview';
}
