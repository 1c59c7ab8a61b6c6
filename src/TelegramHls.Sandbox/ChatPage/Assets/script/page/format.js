const units = ['B', 'KB', 'MB', 'GB', 'TB'];
const pad = number => String(number).padStart(2, '0');

/** 604 MB, 3.1 GB; decimal, as Telegram counts. */
export function size(bytes) {
  let unit = 0;
  let amount = bytes;
  while (amount >= 999.5 && unit < units.length - 1) {
    amount /= 1000;
    unit += 1;
  }
  return `${unit === 0 || amount >= 99.95 ? Math.round(amount) : amount.toFixed(1).replace(/\.0$/, '')} ${units[unit]}`;
}

/** 1:05, 1:42:07 */
export function duration(seconds) {
  const whole = Math.round(seconds);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`;
}

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short' });
const short = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const long = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long' });
const year = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', year: 'numeric' });
const whole = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });

const midnight = date => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
const daysAgo = date => Math.round((midnight(new Date()) - midnight(date)) / 86_400_000);

export const time = seconds => clock.format(new Date(seconds * 1000));
export const exact = seconds => whole.format(new Date(seconds * 1000));

/** Today's time, else the weekday, else the date: for the list of chats. */
export function when(seconds) {
  const date = new Date(seconds * 1000);
  const days = daysAgo(date);
  return days < 1 ? clock.format(date) : days < 7 ? weekday.format(date) : short.format(date);
}

/** The name of a day, for separators. */
export function day(seconds) {
  const date = new Date(seconds * 1000);
  const days = daysAgo(date);
  return days === 0 ? 'Today' : days === 1 ? 'Yesterday'
    : (date.getFullYear() === new Date().getFullYear() ? long : year).format(date);
}

export const dayKey = seconds => midnight(new Date(seconds * 1000));

export const count = (number, one, many) => `${number.toLocaleString()} ${number === 1 ? one : many}`;
