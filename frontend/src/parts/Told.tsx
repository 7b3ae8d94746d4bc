import {Ref} from './Ref';
import {type Piece, pieces} from './sentence';
import {exact, moment, useNow} from './time';

function At({at}: {at: string}) {
  return <time dateTime={at} title={exact(at)}>{moment(at, useNow())}</time>;
}

function Part({piece}: {piece: Piece}) {
  if ('at' in piece) return <At at={piece.at} />;
  if ('ref' in piece) return <Ref of={piece.ref} />;
  return <>{piece.text}</>;
}

/** A sentence of the server, with its moments in local time and its refs cut short. */
export function Told({text}: {text: string}) {
  return <>{pieces(text).map((piece, index) => <Part key={index} piece={piece} />)}</>;
}
