/** Thrown where a target cannot be given what a case needs: the case is skipped with these words, not failed. */
export class Excused extends Error {
  override readonly name = 'Excused';
}
