/** What a client says to Postgres: the letter of the message, and the SQL in it, where it carries any. */
export interface FrontendMessage {
  readonly type: string;
  readonly text: string;
}

const carriesSql = new Set(['Q', 'P']);

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
      const text = carriesSql.has(type) ? this.kept.toString('utf8', head + 4, end).replaceAll('\0', ' ') : '';
      found.push({ type, text });
      this.kept = this.kept.subarray(end);
      this.isFirst = false;
    }
  }
}
