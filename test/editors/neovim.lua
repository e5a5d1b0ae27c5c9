-- Tests the language server under Neovim's own client, as a user has it after what the README says. Prints TAP.
local folder = vim.env.CODEBOOK_TEST_FOLDER
local patience = 20000
local tests = {}

local function say(text)
  io.stderr:write(text .. '\n')
end

local function test(title, body)
  table.insert(tests, { title = title, body = body })
end

--- Waits until something holds; what it gave last is the answer.
local function eventually(what, holds)
  local answer
  local held = vim.wait(patience, function()
    answer = holds()
    return answer
  end, 20)
  assert(held, 'In vain waited for: ' .. what)
  return answer
end

local function problems()
  return vim.tbl_map(function(problem)
    return problem.code or (problem.user_data and problem.user_data.lsp and problem.user_data.lsp.code) or problem.message
  end, vim.diagnostic.get(0))
end

local function has(list, wanted)
  return vim.tbl_contains(list, wanted)
end

local function clients()
  return (vim.lsp.get_clients or vim.lsp.get_active_clients)()
end

--- Puts the cursor on the first place where a text stands, some characters into it.
local function go_to(text, into)
  for at, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local start = line:find(text, 1, true)
    if start then
      vim.api.nvim_win_set_cursor(0, { at, start - 1 + (into or 0) })
      return at
    end
  end
  error('The text must be in the file: ' .. text)
end

local function replace(text, by)
  local at = go_to(text)
  local line = vim.api.nvim_get_current_line()
  local start, stop = line:find(text, 1, true)
  vim.api.nvim_buf_set_text(0, at - 1, start - 1, at - 1, stop, { by })
end

local function ask(method, params)
  local where = vim.lsp.util.make_position_params(0, 'utf-16')
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, vim.tbl_extend('force', where, params or {}), patience) or {}) do
    assert(answer.err == nil and answer.error == nil, vim.inspect(answer))
    return answer.result
  end
  error('There must be an answer to ' .. method)
end

local function labels(answer)
  return vim.tbl_map(function(item)
    return item.label
  end, answer.items or answer)
end

local function open(name)
  vim.cmd('edit! ' .. folder .. '/innovation-2020/' .. name)
end

test('the server is attached to a codebook', function()
  open('innovation_workplaces.codebook.yaml')
  assert(vim.bo.filetype == 'codebook', 'The file type is ' .. vim.bo.filetype)
  eventually('a client', function()
    local client = clients()[1]
    return client and vim.lsp.buf_is_attached(0, client.id)
  end)
end)

test('one server serves every codebook', function()
  open('innovation_central.codebook.yaml')
  eventually('the client of the first', function()
    return #clients() == 1 and vim.lsp.buf_is_attached(0, clients()[1].id)
  end)
  open('innovation_workplaces.codebook.yaml')
end)

test('a mistake is shown where it stands, and goes when it is mended', function()
  replace('ask_if: actor != agency', 'ask_if: actor != agancy')
  eventually('unknown-category', function()
    return has(problems(), 'unknown-category')
  end)
  local shown = vim.tbl_filter(function(problem)
    return problem.message:find('agancy', 1, true)
  end, vim.diagnostic.get(0))[1]
  local line = vim.api.nvim_buf_get_lines(0, shown.lnum, shown.lnum + 1, false)[1]
  assert(line:sub(shown.col + 1, shown.end_col) == 'agancy', 'The problem stands at: ' .. line:sub(shown.col + 1, shown.end_col))
  replace('actor != agancy', 'actor != agency')
  eventually('no unknown-category', function()
    return not has(problems(), 'unknown-category')
  end)
end)

test('a quick fix mends a mistake', function()
  replace('scale: size_classes', 'scale: size_clases')
  local line = go_to('scale: size_clases', 8) - 1
  eventually('unknown-scale', function()
    return has(problems(), 'unknown-scale')
  end)
  local place = { line = line, character = 12 }
  local context = { diagnostics = {}, only = { 'quickfix' } }
  local fixes = ask('textDocument/codeAction', { range = { start = place, ['end'] = place }, context = context })
  for _, fix in ipairs(fixes) do
    if fix.edit and vim.inspect(fix.edit):find('size_classes', 1, true) then
      vim.lsp.util.apply_workspace_edit(fix.edit, 'utf-16')
      break
    end
  end
  go_to('scale: size_classes')
  eventually('no unknown-scale', function()
    return not has(problems(), 'unknown-scale')
  end)
end)

test('columns are right behind letters of several bytes', function()
  replace('label: {sv: Antal anställda, en: Number of employees}', 'label: {sv: "Antal 🎉 anställda", en: "x", enn: Ö}')
  local shown = eventually('unknown-language', function()
    return vim.tbl_filter(function(problem)
      return problem.message:find('enn', 1, true)
    end, vim.diagnostic.get(0))[1]
  end)
  local line = vim.api.nvim_buf_get_lines(0, shown.lnum, shown.lnum + 1, false)[1]
  assert(line:sub(shown.col + 1, shown.end_col) == 'enn', 'The problem stands at: ' .. line:sub(shown.col + 1, shown.end_col))
  vim.cmd('silent undo')
  eventually('no unknown-language', function()
    return not has(problems(), 'unknown-language')
  end)
end)

test('completion offers scales of the file and of the one it imports', function()
  go_to('scale: size_classes', 7)
  local offered = labels(ask('textDocument/completion'))
  for _, scale in ipairs({ 'size_classes', 'yes_no' }) do
    assert(has(offered, scale), scale .. ' must be among ' .. vim.inspect(offered))
  end
end)

--- What a hover at the cursor shows in its window, which is closed again.
local function hovered()
  local before = #vim.api.nvim_list_wins()
  vim.lsp.buf.hover()
  eventually('a window', function()
    return #vim.api.nvim_list_wins() > before
  end)
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      local shown = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
      vim.api.nvim_win_close(window, true)
      return shown
    end
  end
end

test('hover shows in a window what a name stands for, with its shares', function()
  go_to('ask_if: actor = municipality', 9)
  local shown
  eventually('shares of the data', function()
    shown = hovered()
    return shown:find('1,660', 1, true)
  end)
  assert(shown:find('actor', 1, true), 'The hover says: ' .. shown)
end)

test('definition leads into the imported file', function()
  go_to('scale: yes_no', 8)
  vim.lsp.buf.definition()
  eventually('the other file', function()
    return vim.api.nvim_buf_get_name(0):find('innovation_common', 1, true) ~= nil
  end)
  assert(vim.api.nvim_get_current_line():find('^  yes_no:'), 'The cursor stands at: ' .. vim.api.nvim_get_current_line())
  vim.cmd('silent buffer #')
end)

test('the outline has the questions', function()
  local outline = vim.inspect(ask('textDocument/documentSymbol'))
  assert(outline:find('municipality_group', 1, true), outline)
end)

test('rename changes a scale in every file that uses it', function()
  go_to('scale: yes_no', 8)
  vim.lsp.buf.rename('yes_or_no')
  eventually('the new name here', function()
    return vim.fn.search('scale: yes_or_no$', 'nw') > 0
  end)
  assert(vim.fn.search('scale: yes_no$', 'nw') == 0, 'The old name must be gone.')
  open('innovation_common.codebook.yaml')
  assert(vim.fn.search('^  yes_or_no:', 'nw') > 0, 'The scale must have its new name where it is declared.')
  eventually('no problem of the new name', function()
    return not has(problems(), 'unknown-scale')
  end)
end)

local function run()
  local newest = vim.lsp.config ~= nil
  dofile(folder .. (newest and '/from-0.11.lua' or '/from-0.7.lua'))
  say('# Neovim ' .. tostring(vim.version().major) .. '.' .. vim.version().minor .. '.' .. vim.version().patch)
  say('1..' .. #tests)
  local failed = 0
  for number, one in ipairs(tests) do
    local fine, problem = pcall(one.body)
    say((fine and 'ok ' or 'not ok ') .. number .. ' - ' .. one.title)
    if not fine then
      failed = failed + 1
      say('  # ' .. tostring(problem):gsub('\n', '\n  # '))
    end
  end
  return failed
end

local fine, failed = pcall(run)
if not fine then
  say('Bail out! ' .. tostring(failed))
end
vim.cmd(fine and failed == 0 and 'qall!' or 'cquit!')
