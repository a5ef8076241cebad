// What tests of several pages need: a report, and the pages that come of it.

// Says each of `texts` and waits for the answer.
export async function report(page, texts) {
  for (const text of texts) {
    const before = await page.locator('#log .turn:not(.mine)').count();
    await page.locator('#message').fill(text);
    await page.locator('.send').click();
    await page.waitForFunction(n => document.querySelectorAll('#log .turn:not(.mine)').length > n, before);
  }
}

// Answers with the first button, or with `unknown`, until `done` matches what Varsel says last.
export async function answer(page, unknown, done) {
  const said = page.locator('#log .turn:not(.mine)');
  for (let answers = 0; !done.test(await said.last().innerText()); ++answers) {
    if (answers > 30) throw new Error(`no end of questions: ${await said.last().innerText()}`);
    const button = page.locator('#buttons button').first();
    if (!await button.count()) {
      await report(page, [unknown]);
      continue;
    }
    const before = await said.count();
    await button.click();
    await page.waitForFunction(n => document.querySelectorAll('#log .turn:not(.mine)').length > n, before);
  }
}

// Reports something that goes on, so that contacts are told at once, and finds a mail with the address of the case, and
// with something that `also` matches.
export async function caseAddress(page, varsel, text, also = 'body') {
  await report(page, [text]);
  const ongoing = page.locator('#buttons button').first();
  if (await ongoing.count()) {
    const before = await page.locator('#log .turn:not(.mine)').count();
    await ongoing.click();
    await page.waitForFunction(n => document.querySelectorAll('#log .turn:not(.mine)').length > n, before);
  }
  for (let attempt = 0; attempt < 50; ++attempt) {
    await page.goto(`${varsel.url}/trial/mails`);
    for (const mail of await page.locator('.mails a').evaluateAll(links => links.map(link => link.getAttribute('href')))) {
      await page.goto(varsel.url + mail);
      const incident = page.locator('.body a').first();
      if (await incident.count() && await page.locator(also).count()) return { mail, incident: await incident.getAttribute('href') };
    }
    await page.waitForTimeout(100);
  }
  throw new Error('no mail with the address of a case');
}
