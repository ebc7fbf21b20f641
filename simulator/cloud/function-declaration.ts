/** One key of an index: a dotted path and its direction. */
export type IndexKey = [path: string, direction: 'asc' | 'desc'];

/** An index as declared in `function.json`. A missing field counts as null in a unique index, as on the platform. */
export interface IndexDeclaration {
  /** Unique within its collection. */
  name: string;
  keys: IndexKey[];
  unique?: boolean;
}

/**
 * What programs may do from the phone, without a function between. A preset of the platform: READONLY everybody reads,
 * the creator writes; PRIVATE only the creator; ADMINWRITE everybody reads, functions write; ADMINONLY functions only.
 * Or rules, see `readRule`; what they do not name is refused.
 */
export type CollectionPermission =
  | 'READONLY'
  | 'PRIVATE'
  | 'ADMINWRITE'
  | 'ADMINONLY'
  | {
      read?: boolean | string;
      /** Stands for create, update and delete where those are absent. */
      write?: boolean | string;
      create?: boolean | string;
      update?: boolean | string;
      delete?: boolean | string;
    };

/** A collection as declared in `function.json`; functions always read and write it. */
export interface CollectionDeclaration {
  /** For the phone; default ADMINONLY. */
  permission?: CollectionPermission;
  /** At most 20, the platform's limit. */
  indexes?: IndexDeclaration[];
}

/** A timer as declared in `function.json`. */
export interface TimerDeclaration {
  name: string;
  /** Seven fields: second minute hour day month weekday year, in Asia/Shanghai. */
  cron: string;
}

/** The document `function.json` beside a built cloud function: the one source for deployment and for the simulator. */
export interface FunctionDeclaration {
  name: string;
  /** Megabytes; default 256. A function whose process takes more is ended. */
  memoryMb?: number;
  /** Seconds; default 3, at most 60. A function that runs longer is killed. */
  timeoutSeconds?: number;
  /** Names of environment variables that the function needs; it is given no others. Absent: all there are. */
  environment?: string[];
  timers?: TimerDeclaration[];
  /** Events of WeChat that are delivered to this function, for instance `wxa_media_check`. */
  events?: string[];
  collections?: Record<string, CollectionDeclaration>;
}
