-- What owes a reply, of all units together by due date: the first page of a new laptop is one walk along this.
CREATE INDEX feedback_case_by_owed ON feedback_case (turn, id);
