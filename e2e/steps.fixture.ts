import type { Page } from 'playwright-core'

/** The first page, filled in for a society: it owes two pieces only. */
export async function enterUnit(page: Page): Promise<void> {
  await page.getByText('省级学会').click()
  await page.getByLabel('单位名称').fill('辽宁省气象学会')
  await page.getByLabel('地区').fill('沈阳市')
  await page.getByLabel('联系人').fill('李四')
  await page.getByLabel('联系电话').fill('024-23221703')
  await page.getByRole('button', { name: '开始报送' }).click()
}
