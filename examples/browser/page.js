// The page: sends the text to a worker as it is typed, and lists what comes back.
const article = document.querySelector('textarea')
const list = document.querySelector('#findings')
const worker = new Worker(new URL('worker.js', import.meta.url), { type: 'module' })

worker.addEventListener('message', ({ data }) => {
  list.replaceChildren(...data.map(({ rule, message }) => Object.assign(document.createElement('li'), { textContent: `${message} (${rule})` })))
})

const send = () => worker.postMessage(article.value)
article.addEventListener('input', send)
send()
