import { amount, exact } from './number.js';
import { weekName } from './week.js';
import { t, unit } from './words.js';

/** How loud a kind of alert is: the standard's colour, with its mark; overdue answers have none. */
export const LOUDNESS = {
  ALERT_KIND_BOTTLENECK: { state: 'bottleneck', mark: '■' },
  ALERT_KIND_BOTTLENECK_FLEXIBLE: { state: 'flexible', mark: '▲' },
};

const kindOf = (alert) => alert.kind.replace('ALERT_KIND_', '').toLowerCase();

export const kindName = (alert) => t(`alert.kind.${kindOf(alert)}`);

/** An exact amount with its unit. */
export function quantity({ thousandths, unit: code }) {
  const number = amount(thousandths);
  return `${exact(number)} ${unit(code, number)}`;
}

/** What is short, of how much, for how long: the supplier and the part or group stand beside it. */
export function shortage(alert) {
  return t(`alert.${kindOf(alert)}`, { gap: quantity(alert.gap), demand: quantity(alert.demand) });
}

/** When: weeks and the first of them. */
export const when = (alert) => t('alert.when', { count: alert.weeks, week: weekName(alert.firstWeek) });
