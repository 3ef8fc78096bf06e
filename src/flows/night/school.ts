/** The night of one school: what came in, then each term, then what goes out. Doing it again changes nothing. */
import { sha256 } from '../../core/sha256.ts';
import { parseTerm, termOfDate } from '../../core/term.ts';
import type { FlowName } from '../../core/flow-name.ts';
import type { SchoolStore } from '../../store/port.ts';
import { COMPARISON_OPEN } from '../../report/duties-model.ts';
import { readPolicy } from '../policy.ts';
import { givePortfolios } from '../portfolio/night/give-out.ts';
import { portfolioMove, portfolioState } from '../portfolio/night/state.ts';
import { takePortfolios } from '../portfolio/night/take-in.ts';
import { nightOfReceipts } from '../receive/night.ts';
import { firstMove } from '../receive/status.ts';
import { schoolSettings, type SchoolSettings } from '../school-settings.ts';
import type { Services } from '../services.ts';
import { type CodesNight, nightOfCodes } from './codes.ts';
import { districtCells } from './columns/index.ts';
import { takeInbox } from './inbox.ts';
import type { SchoolNight, Standing } from './outcome.ts';
import { nightOfTerm, type TermNight } from './term.ts';

/** Terms to be looked at: those with records, or the working term when all there is lies in quarantine. */
function termsOf(services: Services, store: SchoolStore, settings: SchoolSettings): readonly string[] {
  const terms = store.terms().filter((term) => parseTerm(term)?.part !== 0);
  if (terms.length > 0 || store.quarantineCount() === 0) return terms;
  return [settings.term ?? termOfDate(services.today)];
}

/** What blocks most comes first. */
const WORST = ['shut', 'held', 'packed'] as const;

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, number) => total + number, 0);

function standingOf(store: SchoolStore, nights: readonly TermNight[], { duty }: CodesNight): Standing {
  const inputs = store.inputs({ active: true });
  return {
    status: WORST.find((status) => nights.some(({ mark }) => mark.status === status)) ?? (inputs.length > 0 ? 'imported' : 'unchanged'),
    records: sum(inputs.flatMap((input) => Object.values(input.records))),
    quarantined: store.quarantineCount(),
    key: sha256(JSON.stringify([nights.map(({ mark }) => mark.key), duty])),
  };
}

const WHOSE_MOVE = { shut: 'school', held: 'data-centre', packed: 'none', imported: 'none', unchanged: 'none', fault: 'operator' } as const;

/** A comparison that is late or differs is for the school to put right. */
const comparisonMove = ({ duty }: CodesNight): SchoolNight['whoseMove'] => (duty && COMPARISON_OPEN.includes(duty.state) ? 'school' : 'none');

/** Both editions of a term rest on one check: its findings count once. */
function findingsOf(nights: readonly TermNight[]): SchoolNight['findings'] {
  const checks = [...new Map(nights.map(({ term, mark }) => [term, mark.findings])).values()];
  return { errors: sum(checks.map(({ errors }) => errors)), warnings: sum(checks.map(({ warnings }) => warnings)), infos: sum(checks.map(({ infos }) => infos)) };
}

/** @param flows which parts of the night to do; intake without the others only reads */
export async function nightOfSchool(services: Services, store: SchoolStore, flows: ReadonlySet<FlowName>): Promise<SchoolNight> {
  const settings = schoolSettings(services.home, store.school);
  const policy = readPolicy(services);
  const drop = flows.has('intake') ? await takeInbox(services, store, settings) : null;
  const came = flows.has('portfolio-in') ? await takePortfolios(services, store, settings) : null;
  const codes = await nightOfCodes(services, store, flows.has('code-compare'));
  const stages = (['precheck', 'term-submission'] as const).filter((stage) => flows.has(stage));
  const nights: TermNight[] = [];
  const terms = termsOf(services, store, settings);
  for (const term of terms) nights.push(...await nightOfTerm(services, store, term, stages, policy));
  for (const fault of nights.flatMap((night) => night.faults)) services.log.error(fault.code, fault.params);
  const receipts = flows.has('receipt') ? await nightOfReceipts(services, store, settings) : null;
  const gone = flows.has('portfolio-out') ? await givePortfolios(services, store, settings) : null;
  const standing = standingOf(store, nights, codes);
  const worked = drop !== null || came?.worked === true || codes.worked || receipts?.worked === true || (gone?.packages.length ?? 0) > 0 || nights.some((night) => night.worked);
  const term = nights.findLast(({ mark }) => mark.status === standing.status)?.term ?? terms.at(-1) ?? null;
  return {
    school: store.school, name: settings.name, worked, standing, term,
    status: worked ? standing.status : 'unchanged',
    imported: sum((drop?.files ?? []).filter((file) => file.status === 'imported').flatMap((file) => Object.values(file.records))),
    rejected: sum((drop?.files ?? []).filter((file) => file.status !== 'unchanged').map((file) => file.rejected)),
    findings: findingsOf(nights),
    packages: [...new Set(nights.flatMap(({ mark }) => mark.packages))],
    whoseMove: firstMove([WHOSE_MOVE[standing.status], comparisonMove(codes), receipts?.whoseMove ?? 'none', portfolioMove(portfolioState(services, store))]),
    comparison: codes.duty,
    cells: await districtCells({ services, store, term, nights, comparison: codes.duty }),
  };
}
