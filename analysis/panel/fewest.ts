/** How few ballots and opinions tell too much of who said what (docs/rules.md, Few people and Panel). */

/** Under this many ballots no order is shown, and under this many opinions a need has no place in it. */
export const FEWEST_BALLOTS = 3;
/** Under this many ballots no spread per need and no order without each single member. */
export const FEWEST_FOR_SPREAD = 5;
/** Under this many ballots a list of two needs tells the order alone: its mean place counts who put which first. */
export const FEWEST_TO_COUNT_TWO = 10;
