-- Attaches the server to a file, takes the words its diagnostics stand under, applies the waiver, writes the file, prints one
-- line of JSON. Runs on Neovim 0.7, which has no vim.lsp.start.
local function out(t) io.stdout:write(vim.json.encode(t) .. '\n') end
local ok, err = pcall(function()
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.FINEPRINT_FILE))
  vim.bo.filetype = 'markdown'
  local buf = vim.api.nvim_get_current_buf()
  local begun = vim.loop.hrtime()
  local id = assert(vim.lsp.start_client({ name = 'fineprint', cmd = vim.json.decode(vim.env.FINEPRINT_SERVER), root_dir = vim.fn.getcwd() }), 'no client')
  assert(vim.lsp.buf_attach_client(buf, id), 'not attached')
  local client = vim.lsp.get_client_by_id(id)
  assert(vim.wait(20000, function() return #vim.diagnostic.get(buf) > 0 end, 20), 'no diagnostics')
  local milliseconds = math.floor((vim.loop.hrtime() - begun) / 1e6)
  local diagnostics = vim.diagnostic.get(buf)
  local words = vim.tbl_map(function(d) return vim.api.nvim_buf_get_text(buf, d.lnum, d.col, d.end_lnum, d.end_col, {})[1] end, diagnostics)
  local d = diagnostics[1]
  local params = vim.lsp.util.make_given_range_params({ d.lnum + 1, d.col }, { d.end_lnum + 1, d.end_col - 1 }, buf, client.offset_encoding)
  local lsp = (d.user_data or {}).lsp or {}
  -- Our server needs none of this; those that make their actions of the diagnostic do.
  params.context = { diagnostics = { { range = params.range, message = d.message, severity = d.severity, source = d.source, code = lsp.code, data = lsp.data } } }
  local answers = vim.lsp.buf_request_sync(buf, 'textDocument/codeAction', params, 5000)
  local actions = assert(answers and answers[id] and answers[id].result, 'no actions')
  for _, action in ipairs(actions) do
    if action.title:find('^Waive .* here') then vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding) end
  end
  vim.cmd('write')
  out({ words = words, milliseconds = milliseconds, actions = vim.tbl_map(function(a) return a.title end, actions) })
  client.stop()
  vim.wait(2000, function() return client.is_stopped() end, 20)
end)
if not ok then out({ error = tostring(err) }) vim.cmd('cquit 1') end
vim.cmd('qall!')
