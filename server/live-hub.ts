// Keeps the screens of a session in step: whoever follows a project is told where its session stands, at once and after
// every change. What is told is read from the database each time, so that a restart or a lost message changes nothing.
import type { LiveState } from './db/live-sessions.ts';
import type { Log } from './log.ts';

/** One screen that follows: told the state when it comes in and whenever that changes; null when no session runs. */
export interface Follower {
  /** Who follows, for the limit on how many screens one person has. */
  readonly reader: string;
  /** The window it is: another connection of the same window takes the place of the one before. */
  readonly tab: string;
  tell(state: LiveState | null): void;
  /** The server lets this screen go; it may come back. */
  end(): void;
}

export interface LiveHub {
  /** Begins to follow. @returns how to stop, or null when this reader or the server has too many screens. */
  follow(project: string, follower: Follower): (() => void) | null;
  /** Something of this project changed. */
  changed(project: string): void;
  /** Lets everybody go and nobody in any more: the server stops. */
  close(): void;
}

/** Most windows one reader follows with; the others ask now and then. */
const mostWindows = 6;
/** Most screens in all. */
const mostScreens = 1000;
/** Milliseconds between two looks at what another process, or a round closed elsewhere, may have changed. */
const lookEvery = 2000;

interface Room {
  readonly followers: Map<Follower, string | null>;
  readonly looking: NodeJS.Timeout;
  reading: boolean;
  /** Something changed while it was being read. */
  again: boolean;
}

/** @param read where the session of a project stands. */
export function createLiveHub(read: (project: string) => Promise<LiveState | null>, log: Log): LiveHub {
  const rooms = new Map<string, Room>();
  let closed = false;

  function leave(project: string, follower: Follower): void {
    const room = rooms.get(project);
    if (!room?.followers.delete(follower) || room.followers.size > 0) return;
    clearInterval(room.looking);
    rooms.delete(project);
  }

  async function look(project: string): Promise<void> {
    const room = rooms.get(project);
    if (!room) return;
    room.again = room.reading;
    if (room.reading) return;
    room.reading = true;
    try {
      const state = await read(project);
      const key = state?.key ?? 'none';
      for (const [follower, told] of room.followers) {
        if (told === key) continue;
        room.followers.set(follower, key);
        follower.tell(state);
      }
    } catch (error) {
      if (!closed) log.error('reading a session failed', error);
    }
    room.reading = false;
    if (room.again) await look(project);
  }

  function roomOf(project: string): Room {
    const known = rooms.get(project);
    if (known) return known;
    const looking = setInterval(() => void look(project), lookEvery).unref();
    const room: Room = { followers: new Map(), looking, reading: false, again: false };
    rooms.set(project, room);
    return room;
  }

  function hasPlace(project: string, { reader, tab }: Follower): boolean {
    const own = [...(rooms.get(project)?.followers.keys() ?? [])].filter((each) => each.reader === reader);
    for (const before of own.filter((each) => each.tab === tab)) {
      leave(project, before);
      before.end();
    }
    const screens = [...rooms.values()].reduce((sum, { followers }) => sum + followers.size, 0);
    return own.filter((each) => each.tab !== tab).length < mostWindows && screens < mostScreens;
  }

  return {
    follow: (project, follower) => {
      if (closed || !hasPlace(project, follower)) return null;
      roomOf(project).followers.set(follower, null);
      void look(project);
      return () => leave(project, follower);
    },
    changed: (project) => void look(project),
    close: () => {
      closed = true;
      for (const [project, room] of rooms) {
        for (const follower of room.followers.keys()) {
          leave(project, follower);
          follower.end();
        }
      }
    },
  };
}
