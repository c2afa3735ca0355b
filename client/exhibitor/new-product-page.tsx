import { Button, Radio, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useNavigate } from 'react-router'
import { PRODUCT_KINDS, ProductKind } from '#shared/model/product.ts'
import { catalogueRoutes, type ProductDraft } from '#shared/protocol/catalogue.ts'
import { call } from '../net/api.ts'
import { companyQuery, productQuery } from '../net/goods-queries.ts'
import { queryClient } from '../net/queries.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { PageFrame } from '../ui-kit/page.tsx'
import { useTerm } from '../ui-kit/trade-terms.ts'
import { CompanyGate } from './company-gate.tsx'
import { newId } from '../net/new-id.ts'
import { DraftFormProvider, useDraftForm } from './product/draft-form.tsx'
import { UnsavedGuard, UnusualQuestions } from './product/form-notices.tsx'
import { FormProblems } from './product/form-problems.tsx'
import { blankProduct } from './product/product-draft.ts'
import { ProductFields } from './product/product-form.tsx'
import classes from './product/product-form.module.css'

interface StartedProps {
  companyId: string
  kind: ProductKind
  country: string
  onOtherKind(): void
}

const StartedProduct = ({ companyId, kind, country, onOtherKind }: StartedProps) => {
  const term = useTerm()
  const navigate = useNavigate()
  // One id for all tries: a lost reply does not make a second product.
  const [id] = useState(newId)
  const form = useDraftForm(blankProduct(kind, country))
  const create = useMutation({
    mutationFn: (draft: ProductDraft) =>
      call(catalogueRoutes.createProduct, { params: { companyId }, body: { ...draft, id } }),
    onSuccess: (product) => {
      queryClient.setQueryData(productQuery(id).queryKey, product)
      void queryClient.invalidateQueries({ queryKey: ['company', companyId] })
    },
  })
  const done = create.isSuccess
  // Only after this render does the guard know that nothing is unsaved any more.
  useEffect(() => {
    if (done) void navigate(`/desk/products/${id}`, { replace: true })
  }, [done, id, navigate])
  const save = () => {
    const draft = form.read()
    if (draft) create.mutate(draft)
  }
  return (
    <DraftFormProvider value={form}>
      <UnsavedGuard dirty={form.dirty && !done} />
      <Text mb="lg">
        {term('kind', kind)}.{' '}
        <Button variant="subtle" size="compact-md" px={0} color="indigo" onClick={onOtherKind}>
          <FormattedMessage id="exhibitor.product.otherKind" defaultMessage="Choose another kind" />
        </Button>
      </Text>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <ProductFields kind={kind} />
        <UnusualQuestions kind={kind} />
        <ErrorText error={create.error} />
        <div className={`${classes.actions} ${classes.pinned}`}>
          <Button type="submit" loading={create.isPending}>
            <FormattedMessage id="exhibitor.product.create" defaultMessage="Save as a draft" />
          </Button>
          <FormProblems />
        </div>
      </form>
    </DraftFormProvider>
  )
}

const KindChoice = ({ onChoose }: { onChoose(kind: ProductKind): void }) => {
  const intl = useIntl()
  const term = useTerm()
  const [kind, setKind] = useState<ProductKind>('fabric')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onChoose(kind)
      }}
    >
      <Radio.Group
        label={intl.formatMessage({
          id: 'exhibitor.product.whichKind',
          defaultMessage: 'What kind of goods is it?',
        })}
        size="md"
        value={kind}
        onChange={(value) => setKind(ProductKind.parse(value))}
        my="lg"
      >
        <Stack gap="sm" mt="md">
          {PRODUCT_KINDS.map((value) => (
            <Radio key={value} value={value} label={term('kind', value)} size="md" />
          ))}
        </Stack>
      </Radio.Group>
      <Button type="submit">
        <FormattedMessage id="exhibitor.product.begin" defaultMessage="Fill in its data" />
      </Button>
    </form>
  )
}

const NewProduct = ({ companyId }: { companyId: string }) => {
  const [kind, setKind] = useState<ProductKind>()
  const { data } = useQuery(companyQuery(companyId))
  if (!kind || !data) return <KindChoice onChoose={setKind} />
  return (
    <StartedProduct
      key={kind}
      companyId={companyId}
      kind={kind}
      country={data.company.country}
      onOtherKind={() => setKind(undefined)}
    />
  )
}

export const Page = () => {
  const intl = useIntl()
  return (
    <PageFrame title={intl.formatMessage({ id: 'exhibitor.product.new', defaultMessage: 'New product' })}>
      <CompanyGate>{(companyId) => <NewProduct companyId={companyId} />}</CompanyGate>
    </PageFrame>
  )
}
