import {Button} from '@patternfly/react-core';

type Paged = {hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown};

/** The next page of a keyset-paged list. */
export function LoadMore({list, shown}: {list: Paged; shown: number}) {
  if (!list.hasNextPage) return null;
  return (
    <div className="bw-more">
      <Button variant="secondary" isLoading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>Load more</Button>
      <span className="bw-dim">{shown} shown</span>
    </div>
  );
}
