/** The host of a sender, written 'CityPath <letters@citypath.example>' or 'letters@citypath.example'. */
export function hostOf(mailFrom: string): string {
  return /@([^\s<>@]+)>?\s*$/.exec(mailFrom)?.[1] ?? 'localhost';
}
