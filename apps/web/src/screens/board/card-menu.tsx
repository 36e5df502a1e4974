import { Menu } from '@mantine/core';
import { useLocation } from 'wouter';
import { MenuAt } from '../../ui/menu-at';
import { words } from '../../words';
import { type Board, type Card, type Column, keyOf, ways } from './model';

/** Where a card may go, and what else can be done with it. */
export default function CardMenu({
  board,
  card,
  button,
  go,
  onReject,
  onClose,
}: {
  readonly board: Board;
  readonly card: Card;
  readonly button: HTMLElement;
  readonly go: (card: Card, column: Column) => void;
  readonly onReject: () => void;
  readonly onClose: () => void;
}) {
  const [, navigate] = useLocation();
  const { ahead, back } = ways(board, card);
  return (
    <MenuAt button={button} label={words.board.actions(card.candidateName)} onClose={onClose}>
      <Menu.Item onClick={() => navigate(`/applications/${card.id}`)}>{words.board.open}</Menu.Item>
      {ahead.length > 0 && <Menu.Label>{words.board.moveTo}</Menu.Label>}
      {ahead.map((column) => (
        <Menu.Item key={column.stageId} onClick={() => go(card, column)}>
          {column.name}
        </Menu.Item>
      ))}
      {back.length > 0 && <Menu.Label>{words.board.sendBackTo}</Menu.Label>}
      {back.map((column) => (
        <Menu.Item key={keyOf(column.stageId)} onClick={() => go(card, column)}>
          {column.name}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item className="bad" onClick={onReject}>
        {words.board.reject}
      </Menu.Item>
    </MenuAt>
  );
}
