/** What of the world an address can name. */
type Named = 'scenario' | 'brand' | 'persona';

/** The address asks for a scenario, a brand or a customer that there is not. Its message lists those that there are. */
export class WrongAddress extends Error {
  readonly named: Named;
  readonly names: readonly string[];

  constructor(named: Named, asked: string, names: readonly string[]) {
    super(`There is no ${named} "${asked}". There are: ${names.join(', ')}.`);
    this.named = named;
    this.names = names;
  }
}
