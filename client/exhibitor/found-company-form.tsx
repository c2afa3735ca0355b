import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Slug } from '#shared/model/ids.ts'
import { catalogueRoutes, type CompanyProfile } from '#shared/protocol/catalogue.ts'
import { ApiError, call } from '../net/api.ts'
import { queryClient } from '../net/queries.ts'
import { reconnect } from '../net/socket.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { BLANK_COMPANY, CompanyForm } from './company-form.tsx'
import { useProblemSentence } from '../ui-kit/use-problem-sentence.ts'

/** Founds a company; who does so becomes its administrator. */
export const FoundCompanyForm = ({ onFounded }: { onFounded(): void }) => {
  const intl = useIntl()
  const sentence = useProblemSentence()
  const [slug, setSlug] = useState('')
  const [tried, setTried] = useState(false)
  const sound = Slug.safeParse(slug).success
  const found = useMutation({
    mutationFn: (profile: CompanyProfile) =>
      call(catalogueRoutes.createCompany, { body: { ...profile, slug } }),
    onSuccess: async () => {
      reconnect()
      await queryClient.resetQueries()
      onFounded()
    },
  })
  const taken = found.error instanceof ApiError && found.error.code === 'slug_taken'
  return (
    <CompanyForm
      initial={BLANK_COMPANY}
      action={<FormattedMessage id="exhibitor.company.found" defaultMessage="Found the company" />}
      pending={found.isPending}
      onSave={(profile) => {
        setTried(true)
        if (sound) found.mutate(profile)
      }}
    >
      <TextInput
        label={intl.formatMessage({
          id: 'exhibitor.company.slug',
          defaultMessage: 'Short name for addresses',
        })}
        description={intl.formatMessage({
          id: 'exhibitor.company.slugHint',
          defaultMessage: 'Small Latin letters, figures and hyphens; it can’t be changed later.',
        })}
        withAsterisk
        w="min(100%, 400px)"
        value={slug}
        error={
          taken
            ? intl.formatMessage({
                id: 'exhibitor.company.slugTaken',
                defaultMessage: 'Another company has this short name. Choose another.',
              })
            : tried && !sound && sentence({ code: 'slug', values: {} })
        }
        onChange={(event) => setSlug(event.currentTarget.value.toLowerCase())}
      />
      {!taken && <ErrorText error={found.error} />}
    </CompanyForm>
  )
}
