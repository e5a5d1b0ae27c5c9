// Makes everything.csv: 360 made-up respondents in 4 strata, drawn in two stages, with replicate weights (a jackknife of the first
// stage). Run in this folder: node make-data.mjs
import { writeFileSync } from 'node:fs';

let state = 20201231;
/** Mulberry32: the same numbers on every machine. */
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const whole = (low, high) => low + Math.floor(random() * (high - low + 1));
const one = (...options) => options[whole(0, options.length - 1)];
const yesNo = (share) => (random() < share ? '1' : one('2', '2', '2', '2', '2', '2', '8', '8', '9', '7', ''));
const box = (share) => (random() < share ? '1' : '0');

const strata = [1, 2, 3, 4].map((stratum) => ({
  stratum,
  clusters: [5, 6, 4, 7][stratum - 1],
  population: [20, 18, 4, 40][stratum - 1],
}));
const units = strata.flatMap(({ stratum, clusters, population }) =>
  Array.from({ length: clusters }, (_, at) => ({ stratum, psu: at + 1, clusters, population, drawn: whole(10, 20) })),
);

let id = 0;
const rows = units.flatMap((unit, unitAt) => {
  const size = unit.drawn + whole(0, 40);
  const tendency = 0.3 + random() * 0.4;
  return Array.from({ length: unit.drawn }, () => {
    id++;
    const region = random() < 0.02 ? '' : ['N', 'N', 'M', 'S'][unit.stratum - 1];
    const sector = one('1', '1', '2');
    const staff = one(whole(0, 49), whole(0, 49), whole(50, 249), whole(250, 900), -3, 99999, '');
    const innovated = yesNo(tendency);
    const collaborated = innovated === '1' ? yesNo(0.6) : innovated === '2' ? '' : one('', '1', '2');
    const isPartner = collaborated === '1' || (collaborated !== '2' && innovated !== '2' && random() < 0.3);
    const partner = (share) => (isPartner ? yesNo(share) : '');
    const hasCloseness = isPartner && (typeof staff !== 'number' || staff < 0 || staff >= 10);
    const degree = () => one('1', '2', '2', '3', '3', '4', '8', '6', '9', '');
    const tools =
      innovated === '2'
        ? ['', '', '']
        : random() < 0.06
          ? ['', '', '']
          : random() < 0.04
            ? ['7', '7', '7']
            : [box(0.5), sector === '1' ? box(0.4) : '', '0'];
    if (tools[0] === '0' && tools[1] !== '1' && random() < 0.7) tools[2] = '1';
    const weight = (unit.population / unit.clusters) * (size / unit.drawn) * (0.8 + random() * 0.4);
    return {
      id,
      stratum: `s${unit.stratum}`,
      psu: unit.psu,
      clusters: unit.population,
      members: size,
      weight: weight.toFixed(3),
      unitAt,
      region,
      'Sektor å': sector,
      staff,
      turnover: one(whole(1, 900) / 10, whole(1, 900) / 10, whole(900, 9000) / 10, -1, ''),
      visits: one(0, 1, 1, 2, 3, 4, 6, ''),
      started: one('2019-03-01', '2019-07-01', '2020-02-29', '2018-12-31', '9999', ''),
      note: one('good', 'very good', 'poor', 'fine', '-', '', '  good '),
      innovated,
      act_ideas: yesNo(tendency),
      act_needs: yesNo(0.5),
      act_research: yesNo(0.2),
      act_purchase: yesNo(0.35),
      collaborated,
      part_universities: partner(0.5),
      part_companies: sector === '1' || sector === '' ? partner(0.4) : '',
      part_institutes: partner(0.3),
      closeness: hasCloseness ? degree() : '',
      support_money: degree(),
      support_time: one(degree(), '1.0', '2.0'),
      support_obstacles: degree(),
      often: one('0', '1', '2', '2', ''),
      ch_print: one('1', ''),
      ch_web: one('1', '1', ''),
      ch_meetings: one('1', '', '', ''),
      tool_software: tools[0],
      tool_machines: tools[1],
      tool_nothing: tools[2],
    };
  });
});

// Delete-one jackknife over the sampling units: the weights of the others in the stratum go up.
const withReplicates = rows.map(({ unitAt, ...row }) => {
  const own = units[unitAt];
  const weights = units.map((left, at) => {
    if (at === unitAt) return '0';
    if (left.stratum !== own.stratum) return row.weight;
    return ((Number(row.weight) * own.clusters) / (own.clusters - 1)).toFixed(6);
  });
  return { ...row, ...Object.fromEntries(weights.map((weight, at) => [`rw${at + 1}`, weight])) };
});

const columns = Object.keys(withReplicates[0]);
const cell = (value) => (/[",\n]/.test(`${value}`) ? `"${`${value}`.replaceAll('"', '""')}"` : `${value}`);
const lines = [columns, ...withReplicates.map((row) => columns.map((column) => row[column]))].map((cells) =>
  cells.map(cell).join(','),
);
writeFileSync('everything.csv', `${lines.join('\n')}\n`);
console.log(`${rows.length} respondents, ${units.length} units`);
console.log(units.map(({ clusters }) => ((clusters - 1) / clusters).toFixed(10)).join(', '));
