/** One school's night, its store opened for it and closed whatever happens. */
import type { FlowName } from '../../core/flow-name.ts';
import type { SchoolNight } from '../../flows/night/outcome.ts';
import { nightOfSchool } from '../../flows/night/school.ts';
import type { Services } from '../../flows/services.ts';
import { withSchool } from '../services.ts';

/** @throws {Fault} what stopped this school; the night goes on with the others */
export function oneSchool(services: Services, school: string, flows: ReadonlySet<FlowName>): Promise<SchoolNight> {
  return withSchool(services, school, (store) => nightOfSchool(services, store, flows), { create: true, hold: true });
}
