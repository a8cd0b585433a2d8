// What a script that chooses the proxy may ask, beside dnsResolve and myIpAddress; as browsers have it.
function isPlainHostName(host) { return host.indexOf('.') < 0; }
function dnsDomainIs(host, domain) { return host.length >= domain.length && host.substring(host.length - domain.length) === domain; }
function localHostOrDomainIs(host, named) { return host === named || named.lastIndexOf(host + '.', 0) === 0; }
function dnsDomainLevels(host) { return host.split('.').length - 1; }
function isResolvable(host) { return dnsResolve(host) !== false; }
function alert() {}

function addressBits(dotted) {
  var parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(dotted);
  if (!parts) { return null; }
  var bits = 0;
  for (var i = 1; i <= 4; i++) {
    if (+parts[i] > 255) { return null; }
    bits = bits * 256 + +parts[i];
  }
  return bits;
}
function convert_addr(dotted) { return addressBits(dotted) | 0; }
function isInNet(host, pattern, mask) {
  var address = addressBits(host) === null ? dnsResolve(host) : host;
  if (address === false || addressBits(address) === null) { return false; }
  return (addressBits(address) & addressBits(mask)) === (addressBits(pattern) & addressBits(mask));
}

function shExpMatch(text, pattern) {
  // Two fingers, so that no pattern takes long.
  var t = 0, p = 0, star = -1, mark = 0;
  while (t < text.length) {
    if (p < pattern.length && (pattern[p] === '?' || (pattern[p] !== '*' && pattern[p] === text[t]))) { t++; p++; }
    else if (p < pattern.length && pattern[p] === '*') { star = p++; mark = t; }
    else if (star >= 0) { p = star + 1; t = ++mark; }
    else { return false; }
  }
  while (p < pattern.length && pattern[p] === '*') { p++; }
  return p === pattern.length;
}

var WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
var MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
function asked(args) {
  var list = Array.prototype.slice.call(args);
  var gmt = list[list.length - 1] === 'GMT';
  if (gmt) { list.pop(); }
  var now = new Date();
  return {
    list: list,
    weekday: gmt ? now.getUTCDay() : now.getDay(),
    seconds: gmt
      ? now.getUTCHours() * 3600 + now.getUTCMinutes() * 60 + now.getUTCSeconds()
      : now.getHours() * 3600 + now.getMinutes() * 60 + now.getSeconds(),
    day: gmt ? now.getUTCDate() : now.getDate(),
    month: gmt ? now.getUTCMonth() : now.getMonth(),
    year: gmt ? now.getUTCFullYear() : now.getFullYear()
  };
}
function within(from, now, to) { return from <= to ? from <= now && now <= to : from <= now || now <= to; }
function weekdayRange() {
  var of = asked(arguments), from = WEEKDAYS.indexOf(of.list[0]);
  return within(from, of.weekday, of.list.length > 1 ? WEEKDAYS.indexOf(of.list[1]) : from);
}
function timeRange() {
  var of = asked(arguments), n = of.list.map(Number), now = of.seconds;
  switch (n.length) {
    case 1: return Math.floor(now / 3600) === n[0];
    case 2: return within(n[0] * 3600, now, n[1] * 3600 - 1);
    case 4: return within(n[0] * 3600 + n[1] * 60, now, n[2] * 3600 + n[3] * 60);
    case 6: return within(n[0] * 3600 + n[1] * 60 + n[2], now, n[3] * 3600 + n[4] * 60 + n[5]);
    default: return false;
  }
}
function dateRange() {
  var of = asked(arguments), half = of.list.length > 1 ? of.list.length / 2 : 1;
  // Days, months and years each in their place; what is not named is as it is today, and does not matter.
  function value(parts) {
    var names = { year: false, month: false, day: false }, sum = 0, now = 0;
    parts.forEach(function (part) {
      var month = MONTHS.indexOf(part);
      if (month >= 0) { names.month = true; sum += month * 32; }
      else if (part > 31) { names.year = true; sum += part * 512; }
      else { names.day = true; sum += part; }
    });
    if (names.year) { now += of.year * 512; }
    if (names.month) { now += of.month * 32; }
    if (names.day) { now += of.day; }
    return { sum: sum, now: now };
  }
  var from = value(of.list.slice(0, half)), to = of.list.length > 1 ? value(of.list.slice(half)) : from;
  return within(from.sum, from.now, to.sum);
}
