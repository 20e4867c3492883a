// A pasted list: what announces it, its lines, and where it ends.
import { describe, expect, it } from 'vitest';
import { readAnnouncedList } from '../../../surveys/records/announced-list.ts';

describe('a pasted list', () => {
  it('UKB-15 that is announced and not there has no entries', () => {
    const text = 'Wij delen kennis.\n\n• In groepen.\n\nKennis delen gebeurt in de volgende werkgroepen:';
    expect(readAnnouncedList(text)).toEqual({
      lead: 'Kennis delen gebeurt in de volgende werkgroepen:',
      entries: [],
      after: 0,
    });
    expect(readAnnouncedList(`${text}\n \n\n`).entries).toEqual([]);
  });

  it('has its lines without the marks before them, each once', () => {
    const text = 'Groepen:\n\n• Open science\n- Data\n3. Licenties\n4) Leren\n• Data';
    expect(readAnnouncedList(text).entries).toEqual(['Open science', 'Data', 'Licenties', 'Leren']);
    expect(readAnnouncedList('Data\r\nLeren').entries).toEqual(['Data', 'Leren']);
    expect(readAnnouncedList('Data\nLeren').lead).toBeNull();
  });

  it('NYR-36 ends at the first empty line: other documents listed after it are counted and let be', () => {
    const others = Array.from({ length: 26 }, (_, place) => `Een ander document ${place}\n\nLees meer`);
    const list = readAnnouncedList(`Groepen:\nData\nLeren\n\n${others.join('\n\n')}`);
    expect(list.entries).toEqual(['Data', 'Leren']);
    expect(list.after).toBe(52);
  });

  it('keeps a name that begins with a number', () => {
    expect(readAnnouncedList('2030 en verder\n4D-model').entries).toEqual(['2030 en verder', '4D-model']);
  });
});
