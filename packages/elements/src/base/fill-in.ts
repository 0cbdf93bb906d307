/**
 * An address a host page wrote with `{id}` in it, for one record: `/policy.html?id={id}`. Ids come from
 * a service, so they are encoded and cannot change where the address leads.
 */
export function filledIn(address: string, id: string): string {
  return address.split('{id}').join(encodeURIComponent(id));
}
