/** Something the set-up needs and could not provide: what it is, and what the reader can do about it. */
export class Missing extends Error {
  /**
   * @param {string} what
   * @param {string} remedy
   */
  constructor(what, remedy) {
    super(what);
    this.remedy = remedy;
  }
}
