import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { SlotKind } from '#shared/model/fair.ts'
import type { ProductCard } from '#shared/model/cards.ts'
import { fairRoutes, type StandInHall } from '#shared/protocol/fair.ts'
import { ApiError, call } from '../../net/api.ts'
import { queryClient, standQuery } from '../../net/queries.ts'
import { ErrorText } from '../../ui-kit/error-text.tsx'
import { useTerm } from '../../ui-kit/trade-terms.ts'
import { ConflictNotice, UnsavedGuard } from '../product/form-notices.tsx'
import {
  addSlot,
  applyEdit,
  changeSlot,
  isEdited,
  overlapping,
  removeSlot,
  startEdit,
  undoEdit,
  type LayoutEdit,
} from './layout-editing.ts'
import { SlotFields } from './slot-fields.tsx'
import { StandPlan } from './stand-plan.tsx'
import classes from './edit-stand.module.css'

/** Everything that shows this stand reads it again. */
export const readStandAgain = (standId: string) =>
  Promise.all(
    [['stand', standId], ['layouts', standId], ['hall'], ['product'], ['fair']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )

const useLayoutSaving = (stand: StandInHall, edit: LayoutEdit, setEdit: (edit: LayoutEdit) => void) => {
  const [base, setBase] = useState(stand.layoutVersion)
  const save = useMutation({
    mutationFn: (baseVersion: number) =>
      call(fairRoutes.saveLayout, { params: { standId: stand.id }, body: { baseVersion, layout: edit.now } }),
    onSuccess: async ({ version }) => {
      setBase(version)
      setEdit(startEdit(edit.now))
      await readStandAgain(stand.id)
    },
  })
  const latest = () => call(fairRoutes.getStand, { params: { standId: stand.id } })
  const theirs = useMutation({
    mutationFn: latest,
    onSuccess: (stored) => {
      queryClient.setQueryData(standQuery(stand.id).queryKey, stored)
      setBase(stored.layoutVersion)
      setEdit(startEdit(stored.layout))
      save.reset()
    },
  })
  const mine = useMutation({
    mutationFn: latest,
    onSuccess: ({ layoutVersion }) => save.mutate(layoutVersion),
  })
  // A version that somebody restored or saved elsewhere is taken over while nothing is unsaved here.
  if (stand.layoutVersion > base && !isEdited(edit) && !save.isPending) {
    setBase(stand.layoutVersion)
    setEdit(startEdit(stand.layout))
  }
  return { base, save, theirs, mine }
}

/** The stand's furniture and goods: a plan and a list that show the same, each usable alone. */
export const LayoutEditor = ({
  stand,
  products,
}: {
  stand: StandInHall
  products: readonly ProductCard[]
}) => {
  const intl = useIntl()
  const term = useTerm()
  const [edit, setEdit] = useState(() => startEdit(stand.layout))
  const [chosen, choose] = useState<string>()
  const [adding, setAdding] = useState<SlotKind>('table')
  const { base, save, theirs, mine } = useLayoutSaving(stand, edit, setEdit)
  const floor = stand.place
  const clashes = overlapping(edit.now)
  const dirty = isEdited(edit)
  const conflict = save.error instanceof ApiError && save.error.code === 'version_conflict'

  const change = (id: string, changed: Parameters<typeof changeSlot>[2], gesture: string) =>
    setEdit((current) => applyEdit(current, changeSlot(current.now, id, changed, floor), gesture))
  const remove = (id: string) => setEdit((current) => applyEdit(current, removeSlot(current.now, id)))
  const add = () => {
    const { layout, id } = addSlot(edit.now, adding, floor)
    setEdit(applyEdit(edit, layout))
    choose(id)
  }
  return (
    <>
      <UnsavedGuard dirty={dirty} />
      <div className={classes.columns}>
        <div className={classes.planSide}>
          <StandPlan
            place={stand.place}
            layout={edit.now}
            chosen={chosen}
            onChoose={choose}
            onChange={change}
            onRemove={remove}
          />
        </div>
        <div>
          {edit.now.slots.length === 0 && (
            <p>
              <FormattedMessage
                id="exhibitor.layout.empty"
                defaultMessage="The stand is empty. Add a rail or a table first, then choose the goods for it."
              />
            </p>
          )}
          <ol className={classes.slots}>
            {edit.now.slots.map((slot, index) => (
              <li className={classes.slotRow} key={slot.id}>
                {slot.id === chosen ? (
                  <SlotFields
                    slot={slot}
                    number={index + 1}
                    products={products}
                    clash={clashes.has(slot.id)}
                    onChange={(changed, gesture) => change(slot.id, changed, gesture)}
                    onRemove={() => remove(slot.id)}
                  />
                ) : (
                  <button
                    type="button"
                    className={classes.slotName}
                    aria-expanded="false"
                    onClick={() => choose(slot.id)}
                  >
                    {index + 1}. {term('slot', slot.kind)}{' '}
                    <small>
                      <FormattedMessage
                        id="exhibitor.layout.goods"
                        defaultMessage="{count, plural, =0 {no goods} one {# product} other {# products}}"
                        values={{ count: slot.productIds.length }}
                      />
                    </small>
                  </button>
                )}
              </li>
            ))}
          </ol>
          {edit.now.slots.length < 60 && (
            <div className={classes.add}>
              <NativeSelect
                size="sm"
                label={intl.formatMessage({ id: 'exhibitor.layout.piece', defaultMessage: 'Another piece' })}
                value={adding}
                data={SlotKind.options.map((value) => ({ value, label: term('slot', value) }))}
                onChange={(event) => setAdding(SlotKind.parse(event.currentTarget.value))}
              />
              <Button size="sm" variant="outline" color="ink.9" onClick={add}>
                <FormattedMessage id="exhibitor.layout.add" defaultMessage="Add" />
              </Button>
            </div>
          )}
        </div>
      </div>
      {conflict ? (
        <ConflictNotice onTheirs={() => theirs.mutate()} onMine={() => mine.mutate()} />
      ) : (
        <ErrorText error={save.error} />
      )}
      <ErrorText error={theirs.error ?? mine.error} />
      <div className={`${classes.bar} ${dirty ? classes.pinned : ''}`}>
        <Button disabled={!dirty} loading={save.isPending} onClick={() => save.mutate(base)}>
          <FormattedMessage id="exhibitor.layout.save" defaultMessage="Save the stand" />
        </Button>
        <Button
          variant="subtle"
          color="indigo"
          disabled={edit.past.length === 0}
          onClick={() => setEdit((current) => undoEdit(current))}
        >
          <FormattedMessage id="exhibitor.layout.undo" defaultMessage="Undo" />
        </Button>
        <span role="status">
          {dirty ? (
            <FormattedMessage id="exhibitor.layout.unsaved" defaultMessage="Not saved yet." />
          ) : (
            save.isSuccess && (
              <FormattedMessage
                id="exhibitor.layout.saved"
                defaultMessage="Saved. Visitors in the hall see it without reloading."
              />
            )
          )}
        </span>
      </div>
    </>
  )
}
