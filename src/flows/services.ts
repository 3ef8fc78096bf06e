/** What every flow is given; made once by the command line, or by a test. */
import type { Registry } from '../adapters/registry.ts';
import type { PartRange } from '../core/table.ts';
import type { Lang } from '../core/text.ts';
import type { Clock } from '../observe/clock.ts';
import type { Log } from '../observe/log.ts';
import type { Progress } from '../observe/progress.ts';
import type { Catalogue } from '../rules/catalogue.ts';
import type { Home } from '../store/home.ts';
import type { LaneData, LaneResult } from './intake/lane.ts';

export interface Services {
  readonly home: Home;
  readonly registry: Registry;
  readonly rules: Catalogue;
  readonly clock: Clock;
  readonly log: Log;
  readonly progress: Progress;
  readonly lang: Lang;
  /** Version of the program, part of every run's key. */
  readonly version: string;
  /** ISO date the work is done for: today in Asia/Taipei unless the operator says otherwise. */
  readonly today: string;
  /** Threads that share in reading one large file; left out where there is one thread for it. */
  readonly lanes?: Lanes;
}

/** Starts threads that read parts of a file; whoever starts them ends them. */
export interface Lanes {
  /** How many there are. */
  readonly threads: number;
  /** Bytes a thread is given at a time, about. */
  readonly part: number;
  /** Starts them while there is other work to do; those of the next `open` are then ready at once. */
  warm(): void;
  open(data: LaneData): LanePool;
}

export interface LanePool {
  read(range: PartRange): Promise<LaneResult>;
  close(): Promise<void>;
}
