import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import type { DraftValue } from './draft-tree.ts'
import { useDraftField } from './draft-form.tsx'
import classes from './product-form.module.css'

interface RowListProps {
  path: string
  /** What one entry is called, for the labels of its buttons. */
  entry: string
  addLabel: string
  /** An empty entry, made when somebody adds one. */
  blank(list: readonly DraftValue[]): DraftValue
  children(rowPath: string, index: number): ReactNode
  max?: number
  /** Entries of many fields get a rule between them. */
  tall?: boolean
  /** Short figures stand closer. */
  narrow?: boolean
  empty?: ReactNode
}

/** A list that is edited entry by entry: add, remove, and the problem of the list as a whole. */
export const RowList = ({
  path,
  entry,
  addLabel,
  blank,
  children,
  max = 60,
  tall = false,
  narrow = false,
  empty,
}: RowListProps) => {
  const intl = useIntl()
  const { list, set, error } = useDraftField(path)
  return (
    <div className={classes.wide}>
      {list.length === 0 && empty}
      <ol className={`${classes.rows} ${tall ? classes.tall : ''}`}>
        {list.map((_, index) => (
          <li className={classes.entry} key={index}>
            <div className={`${classes.entryFields} ${narrow ? classes.narrow : ''}`}>
              {children(`${path}.${index}`, index)}
            </div>
            <ActionIcon
              variant="subtle"
              color="ink.9"
              size={36}
              aria-label={intl.formatMessage(
                { id: 'exhibitor.row.remove', defaultMessage: 'Remove {entry} {number}' },
                { entry, number: index + 1 },
              )}
              onClick={() => set(list.filter((_row, other) => other !== index))}
            >
              <IconTrash size={18} stroke={1.5} aria-hidden="true" />
            </ActionIcon>
          </li>
        ))}
      </ol>
      {error && (
        <p className={classes.problem} role="alert">
          {error}
        </p>
      )}
      {list.length < max && (
        <Button
          mt="sm"
          size="sm"
          px={0}
          variant="subtle"
          color="indigo"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={() => set([...list, blank(list)])}
        >
          {addLabel}
        </Button>
      )}
    </div>
  )
}
