export interface Sender {
  name: string;
  address: string;
}

/** Who letters come from, written 'CityPath <letters@citypath.example>' or 'letters@citypath.example'. */
export function senderOf(mailFrom: string): Sender {
  const [, name = '', address = mailFrom] = /^([^<]*)<([^<>]+)>\s*$/.exec(mailFrom) ?? [];
  const plain = address.trim();
  return { name: name.trim().replace(/^"(.*)"$/, '$1') || plain, address: plain };
}
