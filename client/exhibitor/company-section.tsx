import { Anchor, Button, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { Link } from 'react-router'
import { catalogueRoutes, type Company, type CompanyProfile } from '#shared/protocol/catalogue.ts'
import { call } from '../net/api.ts'
import { queryClient } from '../net/queries.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { useLocalText } from '../ui-kit/local-text.ts'
import { Section } from '../ui-kit/page.tsx'
import { useCountryName } from '../ui-kit/trade-terms.ts'
import { CompanyForm, entriesOf } from './company-form.tsx'
import { UnsavedGuard } from './product/form-notices.tsx'

const EditForm = ({ company, onDone }: { company: Company; onDone(): void }) => {
  const [dirty, setDirty] = useState(false)
  const save = useMutation({
    mutationFn: (profile: CompanyProfile) =>
      call(catalogueRoutes.saveCompany, { params: { companyId: company.id }, body: profile }),
    onSuccess: async () => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ['company', company.id] }),
        queryClient.invalidateQueries({ queryKey: ['me'] }),
        queryClient.invalidateQueries({ queryKey: ['fair'] }),
      ])
      onDone()
    },
  })
  return (
    <>
      <UnsavedGuard dirty={dirty && !save.isSuccess} />
      <CompanyForm
        initial={entriesOf(company)}
        action={<FormattedMessage id="exhibitor.save" defaultMessage="Save" />}
        pending={save.isPending}
        onSave={save.mutate}
        onDirty={setDirty}
      >
        <ErrorText error={save.error} />
      </CompanyForm>
      <Button mt="sm" px={0} size="sm" variant="subtle" color="indigo" onClick={onDone}>
        <FormattedMessage id="exhibitor.cancel" defaultMessage="Leave it as it was" />
      </Button>
    </>
  )
}

/** What the company says of itself, and the form to change it. */
export const CompanySection = ({ company, mayEdit }: { company: Company; mayEdit: boolean }) => {
  const local = useLocalText()
  const country = useCountryName()
  const [editing, setEditing] = useState(false)
  return (
    <Section title={<FormattedMessage id="exhibitor.company.title" defaultMessage="What visitors read" />}>
      {editing ? (
        <EditForm company={company} onDone={() => setEditing(false)} />
      ) : (
        <>
          <Text c="ink.6" mb="xs">
            {[company.city, country(company.country), company.founded].filter(Boolean).join(', ')}
          </Text>
          <Text maw="68ch" lh={1.6} mb="lg" lineClamp={6}>
            {local(company.story)}
          </Text>
          <Group>
            {mayEdit && (
              <Button variant="outline" size="sm" color="ink.9" onClick={() => setEditing(true)}>
                <FormattedMessage id="exhibitor.company.edit" defaultMessage="Change" />
              </Button>
            )}
            <Anchor component={Link} to={`/companies/${company.id}`} underline="always">
              <FormattedMessage id="exhibitor.company.view" defaultMessage="See it as visitors do" />
            </Anchor>
          </Group>
        </>
      )}
    </Section>
  )
}
