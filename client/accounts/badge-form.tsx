import { Button, Group, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { FormattedMessage } from 'react-intl'
import { choosesLanyard } from '#shared/model/principal.ts'
import { VisitorName, type Me } from '#shared/protocol/accounts.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { AuthRefusalText } from './auth-refusal-text.tsx'
import { AuthError } from './auth-requests.ts'
import { BadgeFields } from './badge-fields.tsx'
import { saveBadge } from './save-badge.ts'

/** Changes one's own badge. */
export const BadgeForm = ({ me, onSaved }: { me: Me; onSaved?: () => void }) => {
  const { kind, name, comesAs } = me.principal
  const [badge, setBadge] = useState({ name, comesAs })
  const save = useMutation({
    mutationFn: () => saveBadge(me, { ...badge, name: badge.name.trim() }),
    ...(onSaved && { onSuccess: onSaved }),
  })
  const isSame = badge.name.trim() === name && badge.comesAs === comesAs
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Stack component="form" onSubmit={submit} maw={420} gap="md">
      <BadgeFields badge={badge} onChange={setBadge} choosesLanyard={choosesLanyard(kind)} />
      {save.error instanceof AuthError ? (
        <AuthRefusalText error={save.error} />
      ) : (
        <ErrorText error={save.error} />
      )}
      <Group>
        <Button
          type="submit"
          variant="outline"
          disabled={isSame || !VisitorName.safeParse(badge.name).success}
          loading={save.isPending}
        >
          <FormattedMessage id="badge.save" defaultMessage="Change the badge" />
        </Button>
      </Group>
    </Stack>
  )
}
