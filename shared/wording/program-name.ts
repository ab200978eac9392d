/** What people call this program. */
export const programName = '科普日报送助手'
