// One address, and nothing that a mail server or a header could read as more than one: no white space, no control
// characters, none of the characters that structure a list of addresses or an envelope.
const PLAIN =
  /^[^\s\u0000-\u001f\u007f-\u009f\u2028\u2029<>()[\]\\,;:"@]+@[^\s\u0000-\u001f\u007f-\u009f\u2028\u2029<>()[\]\\,;:"@]+$/u;
const LONGEST = 254;

/** Whether a letter may be posted to an address as it is written. Quoted local parts and address literals may not. */
export function isPlainAddress(address: string): boolean {
  const local = address.slice(0, address.lastIndexOf('@'));
  return (
    PLAIN.test(address) &&
    Buffer.byteLength(address) <= LONGEST &&
    Buffer.byteLength(local) <= 64 &&
    !/\.\.|^\.|\.$/.test(local)
  );
}
