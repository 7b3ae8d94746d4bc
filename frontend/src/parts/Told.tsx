import {Ref} from './Ref';
import {type Piece, pieces} from './sentence';
import {clock, exact} from './time';

function Part({piece}: {piece: Piece}) {
  if ('at' in piece) return <time dateTime={piece.at} title={exact(piece.at)}>{clock(piece.at)}</time>;
  if ('ref' in piece) return <Ref of={piece.ref} />;
  return <>{piece.text}</>;
}

/** A sentence of the server, with its moments in local time and its refs cut short. */
export function Told({text}: {text: string}) {
  return <>{pieces(text).map((piece, index) => <Part key={index} piece={piece} />)}</>;
}
