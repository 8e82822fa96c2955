/** A fault that a person can mend: its message is a plain sentence that says what to do, shown without a stack. */
export class PlainFault extends Error {
  override readonly name = 'PlainFault';
}
