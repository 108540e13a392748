// The block editor's panel: asks the gate when somebody is about to publish, lists the findings, locks the button while
// they hold, and goes to the block a finding stands in. Plain wp.element, for WordPress 6.1 and up without a build.
(function (wp) {
  'use strict'
  const { createElement: h, Fragment, useEffect, useState, useCallback } = wp.element
  const { useSelect, dispatch, select } = wp.data
  const { Button, Spinner, Notice } = wp.components
  const __ = (text) => wp.i18n.__(text, 'fineprint-gate')
  const slots = wp.editor && wp.editor.PluginPrePublishPanel ? wp.editor : wp.editPost
  const LOCK = 'fineprint-gate'

  /** The top block a place in the content lies in: the editor writes blocks one behind the other, two line breaks between. */
  const blockAt = (offset) => {
    let at = 0
    for (const block of select('core/block-editor').getBlocks()) {
      at += wp.blocks.serialize([block]).length + 2
      if (offset < at) return block.clientId
    }
  }
  const goTo = (place) => {
    const block = place.field === 'content' && blockAt(place.start)
    if (block) dispatch('core/block-editor').selectBlock(block)
    const shown = block && document.querySelector('[data-block="' + block + '"]')
    if (shown) shown.scrollIntoView({ block: 'center' })
  }

  const useVerdict = (active) => {
    const edited = useSelect((s) => {
      const editor = s('core/editor')
      return { id: editor.getCurrentPostId(), title: editor.getEditedPostAttribute('title') || '', content: editor.getEditedPostContent() || '', excerpt: editor.getEditedPostAttribute('excerpt') || '' }
    }, [])
    const [state, set] = useState({})
    const key = edited.title + '\n' + edited.content + '\n' + edited.excerpt
    const ask = useCallback(() => {
      set({ busy: true, key })
      wp.apiFetch({ path: '/fineprint/v1/check', method: 'POST', data: edited }).then((answer) => set({ answer, key }), (fault) => set({ fault: fault.message, key }))
    }, [key])
    useEffect(() => {
      if (!active || state.key === key) return
      const timer = setTimeout(ask, state.key === undefined ? 0 : 800)
      return () => clearTimeout(timer)
    }, [active, key])
    return { ...state, ask, stale: state.key !== key }
  }

  const List = ({ busy, answer, fault }) => {
    if (busy || (!answer && !fault)) return h(Spinner)
    if (fault) return h(Notice, { status: 'error', isDismissible: false }, fault)
    const open = answer.findings.filter((f) => !f.silenced)
    if (open.length === 0) return h('p', null, __('No findings.'))
    return h('ol', { className: 'fineprint-findings', style: { marginLeft: '1.25em' } }, open.map((f, i) => h('li', { key: i },
      h(Button, { variant: 'link', onClick: () => goTo(f.place), style: { whiteSpace: 'normal', height: 'auto', textAlign: 'left' } }, f.place.excerpt || f.rule),
      h('span', null, ' ' + f.message))))
  }

  const holds = ({ answer }) => !!answer && (answer.verdict === 'hold' || answer.verdict === 'reject')

  const Before = () => {
    const verdict = useVerdict(true)
    const held = holds(verdict) && !verdict.stale
    useEffect(() => {
      const editor = dispatch('core/editor')
      if (held) editor.lockPostSaving(LOCK)
      else editor.unlockPostSaving(LOCK)
      // Drafts can be saved again as soon as the panel is left.
      return () => editor.unlockPostSaving(LOCK)
    }, [held])
    return h(slots.PluginPrePublishPanel, { title: __('Fineprint'), initialOpen: true },
      held && h(Notice, { status: 'warning', isDismissible: false }, __('The publish gate holds this post back.')), h(List, verdict))
  }
  const Beside = () => {
    const [wanted, want] = useState(false)
    const verdict = useVerdict(false)
    return h(slots.PluginDocumentSettingPanel, { name: 'fineprint', title: __('Fineprint') },
      h(Button, { variant: 'secondary', onClick: () => { want(true); verdict.ask() } }, __('Check sources and disclosures')),
      wanted && h(List, verdict), wanted && verdict.stale && !verdict.busy && h('p', null, __('Changed since it was checked.')))
  }
  wp.plugins.registerPlugin('fineprint-gate', { icon: 'yes-alt', render: () => h(Fragment, null, h(Before), h(Beside)) })
})(window.wp)
