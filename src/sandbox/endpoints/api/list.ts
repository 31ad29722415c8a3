/** RingCentral's envelope of a list that fits on one page. */
export function onePage<Item>(uri: string, records: readonly Item[]) {
  const page = `${uri}?page=1&perPage=100`;
  return {
    uri: page,
    records,
    paging: {
      page: 1,
      totalPages: 1,
      perPage: 100,
      totalElements: records.length,
      pageStart: 0,
      pageEnd: Math.max(records.length - 1, 0),
    },
    navigation: { firstPage: { uri: page }, lastPage: { uri: page } },
  };
}
