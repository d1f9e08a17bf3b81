/** What a client says to Postgres. */
export interface FrontendMessage {
  /** The letter of the message. */
  readonly type: string;
  /** Of "parse" and "bind": the statement that is meant, empty where it has no name. */
  readonly statement: string;
  /** The SQL of "query" and "parse". */
  readonly sql: string;
}

/** Takes the bytes that a client sends apart into messages; what is not whole yet waits for the rest. */
export class FrontendMessages {
  private kept: Buffer = Buffer.alloc(0);
  private isFirst = true;

  read(chunk: Buffer): FrontendMessage[] {
    this.kept = Buffer.concat([this.kept, chunk]);
    const found: FrontendMessage[] = [];
    for (;;) {
      // The first message of a connection has no letter, only its length.
      const head = this.isFirst ? 0 : 1;
      if (this.kept.length < head + 4) return found;
      const end = head + this.kept.readInt32BE(head);
      if (this.kept.length < end) return found;
      const type = this.isFirst ? 'startup' : String.fromCharCode(this.kept[0] ?? 0);
      const [first = '', second = ''] = this.kept.toString('latin1', head + 4, end).split('\0', 2);
      if (type === 'Q') found.push({ type, statement: '', sql: first });
      else if (type === 'P') found.push({ type, statement: first, sql: second });
      // Before the name of the statement stands that of the portal.
      else found.push({ type, statement: type === 'B' ? second : '', sql: '' });
      this.kept = this.kept.subarray(end);
      this.isFirst = false;
    }
  }
}
