import { Anchor, Button, Group, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link, useParams } from 'react-router'
import { catalogueRoutes, type Product, type ProductDraft } from '#shared/protocol/catalogue.ts'
import { ApiError, call } from '../net/api.ts'
import { productQuery } from '../net/goods-queries.ts'
import { queryClient } from '../net/queries.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { Loaded } from '../ui-kit/loaded.tsx'
import { useLocalText } from '../ui-kit/local-text.ts'
import { PageFrame, Section } from '../ui-kit/page.tsx'
import { CompanyGate } from './company-gate.tsx'
import { ModelPanel } from './model/model-panel.tsx'
import { DraftFormProvider, useDraftForm } from './product/draft-form.tsx'
import { ConflictNotice, UnsavedGuard, UnusualQuestions } from './product/form-notices.tsx'
import { FormProblems } from './product/form-problems.tsx'
import { draftOf } from './product/product-draft.ts'
import { ProductFields } from './product/product-form.tsx'
import classes from './product/product-form.module.css'

const keep = (product: Product) => {
  queryClient.setQueryData(productQuery(product.id).queryKey, product)
  void queryClient.invalidateQueries({ queryKey: ['company', product.companyId] })
  void queryClient.invalidateQueries({ queryKey: ['stand'] })
}

const Publishing = ({ product }: { product: Product }) => {
  const publish = useMutation({
    mutationFn: (published: boolean) =>
      call(catalogueRoutes.publishProduct, { params: { productId: product.id }, body: { published } }),
    onSuccess: keep,
  })
  const hasModel = product.variants.length > 0
  return (
    <>
      <Group mt="md" gap="md">
        <Text role="status">
          {product.published ? (
            <FormattedMessage
              id="exhibitor.product.isPublished"
              defaultMessage="Visitors see this product."
            />
          ) : (
            <FormattedMessage
              id="exhibitor.product.isDraft"
              defaultMessage="Only your company sees this product."
            />
          )}
        </Text>
        <Button
          size="sm"
          variant={product.published ? 'outline' : 'filled'}
          color={product.published ? 'ink.9' : 'madder'}
          loading={publish.isPending}
          onClick={() => publish.mutate(!product.published)}
        >
          {product.published ? (
            <FormattedMessage id="exhibitor.product.takeBack" defaultMessage="Take it back" />
          ) : (
            <FormattedMessage id="exhibitor.product.publish" defaultMessage="Publish" />
          )}
        </Button>
        <Anchor component={Link} to={`/products/${product.id}`}>
          <FormattedMessage id="exhibitor.company.view" defaultMessage="See it as visitors do" />
        </Anchor>
      </Group>
      <Text mt="xs" c="ink.6" maw="68ch">
        {!hasModel && (
          <FormattedMessage
            id="exhibitor.product.noModel"
            defaultMessage="It has no 3D model yet: on the stand a sketch stands in its place."
          />
        )}{' '}
        {product.stands.length > 0 ? (
          <FormattedMessage
            id="exhibitor.product.onStands"
            defaultMessage="It stands on {stands}."
            values={{ stands: product.stands.map(({ number }) => number).join(', ') }}
          />
        ) : (
          <FormattedMessage
            id="exhibitor.product.onNoStand"
            defaultMessage="It is on no stand yet; put it there from your company’s desk."
          />
        )}
      </Text>
      <ErrorText error={publish.error} />
    </>
  )
}

const EditForm = ({ product }: { product: Product }) => {
  const form = useDraftForm(draftOf(product))
  // What this form was made from: a later revision that arrives meanwhile must not slip under unsaved changes.
  const [base, setBase] = useState(product)
  const startFrom = (stored: Product) => {
    setBase(stored)
    form.reset(draftOf(stored))
  }
  const save = useMutation({
    mutationFn: ({ draft, baseRevision }: { draft: ProductDraft; baseRevision: number }) =>
      call(catalogueRoutes.saveProduct, {
        params: { productId: product.id },
        body: { ...draft, baseRevision },
      }),
    onSuccess: (saved) => {
      startFrom(saved)
      keep(saved)
    },
  })
  const conflict = save.error instanceof ApiError && save.error.code === 'version_conflict'
  const submit = (baseRevision: number) => {
    const draft = form.read()
    if (draft) save.mutate({ draft, baseRevision })
  }
  const latest = () => call(catalogueRoutes.getProduct, { params: { productId: product.id } })
  const loadTheirs = useMutation({
    mutationFn: latest,
    onSuccess: (theirs) => {
      startFrom(theirs)
      keep(theirs)
      save.reset()
    },
  })
  const saveMine = useMutation({ mutationFn: latest, onSuccess: ({ revision }) => submit(revision) })
  if (product.revision > base.revision && !form.dirty && !save.isPending) startFrom(product)
  return (
    <DraftFormProvider value={form}>
      <UnsavedGuard dirty={form.dirty} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit(base.revision)
        }}
      >
        <ProductFields kind={product.kind} />
        <UnusualQuestions kind={product.kind} />
        {conflict ? (
          <ConflictNotice onTheirs={() => loadTheirs.mutate()} onMine={() => saveMine.mutate()} />
        ) : (
          <ErrorText error={save.error} />
        )}
        <ErrorText error={loadTheirs.error ?? saveMine.error} />
        <div className={`${classes.actions} ${form.dirty ? classes.pinned : ''}`}>
          <Button type="submit" disabled={!form.dirty} loading={save.isPending}>
            <FormattedMessage id="exhibitor.save" defaultMessage="Save" />
          </Button>
          <Button
            variant="subtle"
            color="indigo"
            disabled={!form.dirty}
            onClick={() => form.reset(draftOf(base))}
          >
            <FormattedMessage id="exhibitor.undoAll" defaultMessage="Undo my changes" />
          </Button>
          <FormProblems />
          <span role="status">
            {save.isSuccess && !form.dirty && (
              <FormattedMessage id="exhibitor.saved" defaultMessage="Saved." />
            )}
          </span>
        </div>
      </form>
    </DraftFormProvider>
  )
}

const EditProduct = ({ productId }: { productId: string }) => {
  const product = useQuery(productQuery(productId))
  return (
    <Loaded query={product}>
      {(data) =>
        data.mayEdit ? (
          <>
            <Publishing product={data} />
            <Section title={<FormattedMessage id="exhibitor.model.title" defaultMessage="3D model" />}>
              <ModelPanel productId={productId} />
            </Section>
            <Section title={<FormattedMessage id="exhibitor.product.data" defaultMessage="Data" />}>
              <EditForm product={data} />
            </Section>
          </>
        ) : (
          <ErrorText error={new ApiError('not_allowed')} />
        )
      }
    </Loaded>
  )
}

export const Page = () => {
  const intl = useIntl()
  const local = useLocalText()
  const { productId = '' } = useParams()
  const { data } = useQuery(productQuery(productId))
  const title = data
    ? local(data.name)
    : intl.formatMessage({ id: 'exhibitor.product.edit', defaultMessage: 'Product' })
  return (
    <PageFrame title={title}>
      <CompanyGate organiserToo>{() => <EditProduct key={productId} productId={productId} />}</CompanyGate>
    </PageFrame>
  )
}
