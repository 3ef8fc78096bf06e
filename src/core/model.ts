/** Generated from schemas/ by `npm run generate`; do not edit. */

import type { Source } from './record.ts';

/** 學校: A school as a school list or a school-data file names it. */
export type SchoolRecord = {
  /** 紀錄類型. Always school. */
  readonly type: 'school';
  /** 學校代碼. The school whose file it is; the tenant boundary (RULE-507). From the cover sheet or the school's room. */
  readonly school: string;
  /** 學年度學期. The term the record is reported for, from the cover sheet or the file name (RULE-301); 0 as the term for yearly rosters. */
  readonly term: string;
  /** 學校名稱. Full name in the source. */
  readonly name?: string;
  /** 縣市. Place the school belongs to; first two characters of the code say the same (RULE-507). */
  readonly city?: string;
  /** 縣市代碼. Code of the place in the source's own list. */
  readonly cityCode?: string;
  /** 部別. day or night where the source lists them apart. */
  readonly division?: 'day' | 'night';
  /** 學校種類. 學校種類 of the 104 科目名冊 cover: 1 普通高中 to 8 特教學校. */
  readonly kindCode?: string;
  /** 來源. Where the record came from: input file, table, spreadsheet row. */
  readonly source: Source;
  /** 原始文字. Cell text by field, only where printing the value through its own transform would not give the same text back. */
  readonly raw?: Readonly<Record<string, string>>;
  /** 未列欄位. Columns the mapping does not know, by header text, kept and written back (RULE-806). */
  readonly extra?: Readonly<Record<string, string>>;
};

/** 學生資料: One student in one term: 學生資料 of the 學生資料名冊. The 108 columns are known from the central database export, the upload layout is not public. */
export type Student = {
  /** 紀錄類型. Always student. */
  readonly type: 'student';
  /** 學校代碼. The school whose file it is; the tenant boundary (RULE-507). From the cover sheet or the school's room. */
  readonly school: string;
  /** 學年度學期. The term the record is reported for, from the cover sheet or the file name (RULE-301); 0 as the term for yearly rosters. */
  readonly term: string;
  /** 身分證號. National id or residence permit number, upper case, as text (RULE-403, RULE-501 to RULE-505). First column of every student sheet. */
  readonly idNumber: string;
  /** 出生日期. Second half of the student key (RULE-403); 7-digit ROC in rosters (RULE-510). Absent in central-database CSV exports, which leave the column out. */
  readonly birthDate?: string;
  /** 部別. day or night, from the source; never from the school name (rosters: 進修部 schools also hand in day rosters). */
  readonly division?: 'day' | 'night';
  /** 學號. The school's own number, text (RULE-509). */
  readonly studentNumber?: string;
  /** 姓名. Name as the school keeps it; may hold coined characters (RULE-601). */
  readonly name?: string;
  /** 性別代碼. 1 male, 2 female (RULE-506). */
  readonly sex?: string;
  /** 群別代碼. Two characters, also characters 11-12 of the course code (RULE-412). */
  readonly groupCode?: string;
  /** 科/班/學程別代碼. Three characters, also characters 13-15 of the course code (RULE-412). */
  readonly departmentCode?: string;
  /** 部別代碼. 1 to 7 in the central database export; the names of the values are not public. */
  readonly divisionCode?: string;
  /** 班別. Kind of class; 1 and 01 differ, so it is text. */
  readonly classType?: string;
  /** 年級. 1 to 3; 4 and above for extended study. */
  readonly grade?: number | null;
  /** 班級名稱. Class name or code. */
  readonly className?: string;
  /** 座號. Seat in the class, text: leading zeros are kept. */
  readonly seat?: string;
  /** 特殊身分別. Comma list of codes; 0 or blank for none, 1 原住民生, other codes only partly known. */
  readonly specialIdentity?: string;
  /** 原住民族別. Name or code of the people; 無 or blank for none. */
  readonly indigenousGroup?: string;
  /** 原住民身分別. Kind of indigenous status, from the central export. */
  readonly indigenousStatus?: string;
  /** 族語認證報考方言. Dialect of the indigenous language certificate. */
  readonly languageDialect?: string;
  /** 報考年度. ROC year; 0 for none in real exports. */
  readonly languageExamYear?: number | null;
  /** 族語認證有效日期. Stays a ROC date even in Gregorian exports. */
  readonly languageValidUntil?: string | null;
  /** 實驗班名稱. Name of the experimental or special class. */
  readonly experimentalClass?: string;
  /** 入學方式. Free text: the same route has about thirty spellings in real data. */
  readonly admissionRoute?: string;
  /** 學籍狀態. 在學 and others; the full list is not public. */
  readonly enrolmentStatus?: string;
  /** 學籍異動日期. Date of the last status change; often present for 在學. */
  readonly statusChangedOn?: string | null;
  /** 組別. 組別 of the 107 trial edition. */
  readonly track?: string;
  /** 修業類型. 修業類型 of the 107 trial edition. */
  readonly studyType?: string;
  /** 就讀學校代碼. School the student attended then, as a transfer package says it (RULE-804); need not be the school whose file it is. */
  readonly attendedSchool?: string;
  /** 就讀單位代碼. Unit of that school; transfer packages write 000000000 for none (RULE-804). */
  readonly attendedUnit?: string;
  /** 來源. Where the record came from: input file, table, spreadsheet row. */
  readonly source: Source;
  /** 原始文字. Cell text by field, only where printing the value through its own transform would not give the same text back. */
  readonly raw?: Readonly<Record<string, string>>;
  /** 未列欄位. Columns the mapping does not know, by header text, kept and written back (RULE-806). */
  readonly extra?: Readonly<Record<string, string>>;
};

/** 學籍異動與借讀: A change of status (statusChange, 異動代碼) or study at another school (visiting, 學生借讀資料). */
export type Enrolment = {
  /** 紀錄類型. Always enrolment. */
  readonly type: 'enrolment';
  /** 種類. Which sheet of the rosters the record belongs to; titles in the code list enrolment-kind. */
  readonly kind: 'statusChange' | 'visiting';
  /** 學校代碼. The school whose file it is; the tenant boundary (RULE-507). From the cover sheet or the school's room. */
  readonly school: string;
  /** 學年度學期. The term the record is reported for, from the cover sheet or the file name (RULE-301); 0 as the term for yearly rosters. */
  readonly term: string;
  /** 身分證號. National id or residence permit number, upper case, as text (RULE-403, RULE-501 to RULE-505). First column of every student sheet. */
  readonly idNumber: string;
  /** 出生日期. Second half of the student key (RULE-403); 7-digit ROC in rosters (RULE-510). Absent in central-database CSV exports, which leave the column out. */
  readonly birthDate?: string;
  /** 異動代碼. Three digits; day and night divisions have their own lists (RULE-115). */
  readonly changeCode?: string;
  /** 異動日期. Date the change takes effect (RULE-115). */
  readonly changedOn?: string | null;
  /** 異動原因. Reason as the source words it. */
  readonly reason?: string;
  /** 原身分證號. Id before a correction 407; -1 when unchanged becomes null (RULE-116). */
  readonly oldIdNumber?: string | null;
  /** 原出生日期. Date of birth before a correction 405; -1 when unchanged becomes null (RULE-116). */
  readonly oldBirthDate?: string | null;
  /** 所屬學校代碼. School that holds the 學籍 of a visiting student (RULE-106). */
  readonly homeSchool?: string;
  /** 借讀學校代碼. School where the student studies (RULE-106). */
  readonly hostSchool?: string;
  /** 群別. Group at the host school. */
  readonly groupCode?: string;
  /** 借讀科/班/學程別. Department at the host school. */
  readonly departmentCode?: string;
  /** 借讀代碼. Kind of visiting study; the values are not public. */
  readonly visitCode?: string;
  /** 申請開始日期. First day applied for (RULE-106). */
  readonly appliedFrom?: string | null;
  /** 申請結束日期. Last day applied for (RULE-106). */
  readonly appliedTo?: string | null;
  /** 來源. Where the record came from: input file, table, spreadsheet row. */
  readonly source: Source;
  /** 原始文字. Cell text by field, only where printing the value through its own transform would not give the same text back. */
  readonly raw?: Readonly<Record<string, string>>;
  /** 未列欄位. Columns the mapping does not know, by header text, kept and written back (RULE-806). */
  readonly extra?: Readonly<Record<string, string>>;
};

/** 校內幹部經歷: A post registered by the school: 幹部經歷紀錄 of the 校內幹部經歷名冊 (名冊別 24). It does not use the ten yearly picks (RULE-202). Import files of schools know the student by number only, so that the id may be absent. */
export type Cadre = {
  /** 紀錄類型. Always cadre. */
  readonly type: 'cadre';
  /** 學校代碼. The school whose file it is; the tenant boundary (RULE-507). From the cover sheet or the school's room. */
  readonly school: string;
  /** 學年度學期. The term the record is reported for, from the cover sheet or the file name (RULE-301); 0 as the term for yearly rosters. */
  readonly term: string;
  /** 身分證號. National id or residence permit number, upper case, as text (RULE-403, RULE-501 to RULE-505). First column of every student sheet. */
  readonly idNumber?: string;
  /** 出生日期. Second half of the student key (RULE-403); 7-digit ROC in rosters (RULE-510). Absent in central-database CSV exports, which leave the column out. */
  readonly birthDate?: string;
  /** 單位名稱. Class, club or body (RULE-213). */
  readonly unit?: string;
  /** 開始日期. First day of the post (RULE-213). */
  readonly startDate?: string | null;
  /** 結束日期. Last day of the post, not before the first (RULE-214). */
  readonly endDate?: string | null;
  /** 擔任職務. Title of the post (RULE-213). */
  readonly role?: string;
  /** 幹部等級. 1 校級, 2 班級, 3 社團 in this roster; 5 changed meaning between editions (RULE-212, RULE-213). */
  readonly level?: string;
  /** 學號. Only in import files of schools, not in the roster. */
  readonly studentNumber?: string;
  /** 就讀學校代碼. School the student attended then, as a transfer package says it (RULE-804); need not be the school whose file it is. */
  readonly attendedSchool?: string;
  /** 就讀單位代碼. Unit of that school; transfer packages write 000000000 for none (RULE-804). */
  readonly attendedUnit?: string;
  /** 建立日期及時間. Local time the item was created (RULE-117). */
  readonly createdAt?: string;
  /** 提交紀錄(學年度及學期). Term of the submission it went into; absent when never submitted (RULE-109). */
  readonly submittedTerm?: string;
  /** 來源. Where the record came from: input file, table, spreadsheet row. */
  readonly source: Source;
  /** 原始文字. Cell text by field, only where printing the value through its own transform would not give the same text back. */
  readonly raw?: Readonly<Record<string, string>>;
  /** 未列欄位. Columns the mapping does not know, by header text, kept and written back (RULE-806). */
  readonly extra?: Readonly<Record<string, string>>;
};

/** 缺勤紀錄: 缺勤紀錄 of the 104 and 107 editions (名冊別 3); no sheet in the exports since 108. */
export type Absence = {
  /** 紀錄類型. Always absence. */
  readonly type: 'absence';
  /** 學校代碼. The school whose file it is; the tenant boundary (RULE-507). From the cover sheet or the school's room. */
  readonly school: string;
  /** 學年度學期. The term the record is reported for, from the cover sheet or the file name (RULE-301); 0 as the term for yearly rosters. */
  readonly term: string;
  /** 身分證號. National id or residence permit number, upper case, as text (RULE-403, RULE-501 to RULE-505). First column of every student sheet. */
  readonly idNumber: string;
  /** 出生日期. Second half of the student key (RULE-403); 7-digit ROC in rosters (RULE-510). Absent in central-database CSV exports, which leave the column out. */
  readonly birthDate?: string;
  /** 缺勤種類代碼. Two digits, 01 公假 to 12 曠課. */
  readonly absenceCode?: string;
  /** 缺勤起始日期. First day; equal to the last in the rows of one known system. */
  readonly startDate?: string | null;
  /** 缺勤結束日期. Last day. */
  readonly endDate?: string | null;
  /** 缺勤節數. Number of class periods missed. */
  readonly periods?: number | null;
  /** 來源. Where the record came from: input file, table, spreadsheet row. */
  readonly source: Source;
  /** 原始文字. Cell text by field, only where printing the value through its own transform would not give the same text back. */
  readonly raw?: Readonly<Record<string, string>>;
  /** 未列欄位. Columns the mapping does not know, by header text, kept and written back (RULE-806). */
  readonly extra?: Readonly<Record<string, string>>;
};

/** 課程計畫: One course of the plan a school filed: the course-plan platform list, the 課程代碼 workbook of the central database, or the 科目名冊 of the 104 and 107 editions. The course code alone is not unique. */
export type CoursePlanRow = {
  /** 紀錄類型. Always coursePlanRow. */
  readonly type: 'coursePlanRow';
  /** 學校代碼. The school whose file it is; the tenant boundary (RULE-507). From the cover sheet or the school's room. */
  readonly school: string;
  /** 學年度學期. The term the record is reported for, from the cover sheet or the file name (RULE-301); 0 as the term for yearly rosters. */
  readonly term: string;
  /** 實施學年度. ROC school year the plan is for (RULE-414). */
  readonly planYear?: number | null;
  /** 課程類型. Letter, character 10 of the course code (RULE-412), or the name where the source gives the name. */
  readonly courseType?: string;
  /** 課程代碼. 23 characters (RULE-412). */
  readonly courseCode?: string;
  /** 科目代碼. Last two characters of the course code, or the 科目代碼 of the 104 and 107 editions. */
  readonly subjectCode?: string;
  /** 科目名稱. Name reported to the ministry (RULE-416). */
  readonly subjectName?: string;
  /** 課程類別. Character 17 of the course code (RULE-412); 1 to 14 in the 107 edition. */
  readonly category?: string;
  /** 領域. Characters 20-21 of the course code (RULE-412). */
  readonly domain?: string;
  /** 群別代碼. Characters 11-12 of the course code (RULE-412). */
  readonly groupCode?: string;
  /** 科/班/學程別代碼. Characters 13-15 of the course code (RULE-412). */
  readonly departmentCode?: string;
  /** 開課年級. Grade the course is offered in. */
  readonly grade?: number | null;
  /** 修課學分. Credits, or hours for the night division. */
  readonly credits?: number | null;
  /** 授課學期學分節數. 6 characters, one a term; 0 not taught, Z taught with 0 credits, letters per the list (RULE-414). */
  readonly termCredits?: string;
  /** 授課學期開課方式. 6 characters, one a term; - not open (RULE-414). */
  readonly termOpenTypes?: string;
  /** 課程屬性. 4 characters: category, subject attribute, domain. */
  readonly attribute?: string;
  /** 班群. Character 16 of the course code; 0 for none (RULE-412). */
  readonly classGroup?: string;
  /** 適用入學年度. ROC school year the students entered; characters 1-3 of the course code (RULE-412). */
  readonly entryYear?: number | null;
  /** 部定校訂. 部定 or 校訂, as the source words it (RULE-415). */
  readonly governing?: string;
  /** 必修選修. 必修 or 選修, as the source words it (RULE-415). */
  readonly requiredElective?: string;
  /** 來源. Where the record came from: input file, table, spreadsheet row. */
  readonly source: Source;
  /** 原始文字. Cell text by field, only where printing the value through its own transform would not give the same text back. */
  readonly raw?: Readonly<Record<string, string>>;
  /** 未列欄位. Columns the mapping does not know, by header text, kept and written back (RULE-806). */
  readonly extra?: Readonly<Record<string, string>>;
};

/** 修課紀錄: One result of one course: the eight score sheets of the 學生成績名冊, the 學生重修重讀成績名冊 and the 進修部(學校)學生成績名冊 (RULE-104, RULE-107, RULE-405). */
export type CourseRecord = {
  /** 紀錄類型. Always courseRecord. */
  readonly type: 'courseRecord';
  /** 種類. Which sheet of the rosters the record belongs to; titles in the code list course-record-kind. */
  readonly kind: 'regular' | 'makeup' | 'transfer' | 'retake' | 'repeat' | 'nightRegular' | 'nightReexam' | 'nightTransfer';
  /** 學校代碼. The school whose file it is; the tenant boundary (RULE-507). From the cover sheet or the school's room. */
  readonly school: string;
  /** 學年度學期. The term the record is reported for, from the cover sheet or the file name (RULE-301); 0 as the term for yearly rosters. */
  readonly term: string;
  /** 身分證號. National id or residence permit number, upper case, as text (RULE-403, RULE-501 to RULE-505). First column of every student sheet. */
  readonly idNumber: string;
  /** 出生日期. Second half of the student key (RULE-403); 7-digit ROC in rosters (RULE-510). Absent in central-database CSV exports, which leave the column out. */
  readonly birthDate?: string;
  /** 部別. day for the credit rosters, night for the hour rosters; follows the roster, not the school (RULE-418). */
  readonly division?: 'day' | 'night';
  /** 應修課學年度. ROC school year the course belongs to: 應修課, 對應, 原修課, 開課 or 修課學年度, whichever the sheet has. Never derived when the sheet has none. */
  readonly courseYear?: number | null;
  /** 應修課學期. 1 or 2, with courseYear (RULE-421). */
  readonly courseTerm?: number | null;
  /** 課程代碼. 23 characters (RULE-412); for retakes the code in force in the original term. */
  readonly courseCode?: string;
  /** 科目代碼. 科目代碼 of the 107 trial edition, which had no course codes. */
  readonly subjectCode?: string;
  /** 科目名稱. Name reported to the ministry (RULE-416). */
  readonly subjectName?: string;
  /** 開課年級. 開課年級, 對應年級 or 原修課開課年級. The second of two equal headers is kept in extra (107 轉學轉科生成績). */
  readonly grade?: number | null;
  /** 修課學分. Credits, day division only (RULE-417); 0 is possible. */
  readonly credits?: number | null;
  /** 修課節數. Hours per week, night division only. */
  readonly hours?: number | null;
  /** 第一學期開設修課節數. Hours offered in term 1; three decimals; -1 or 0 when there are none. */
  readonly hoursTerm1?: number | null;
  /** 第二學期開設修課節數. Hours offered in term 2, as in term 1. */
  readonly hoursTerm2?: number | null;
  /** 學期學業成績. 學期學業成績, 原始成績, 補修成績, 重修成績, 抵免後成績 or 重讀成績; 0 to 100, decimals allowed; null for -1, no score (RULE-405). Absent in a pre-check roster (RULE-310). */
  readonly score?: number | null;
  /** 成績及格. 成績及格, 補修及格 or 重修及格; 1, 0, and null for -1 (RULE-405, RULE-406). */
  readonly passed?: boolean | null;
  /** 補考成績. 補考成績, or 第一次補考成績 of the night division; null for -1 (RULE-407). */
  readonly reexamScore?: number | null;
  /** 補考及格. 補考及格, or 第一次及格 of the night division (RULE-407). */
  readonly reexamPassed?: boolean | null;
  /** 第二次補考成績. null for -1, the value when unused. */
  readonly reexam2Score?: number | null;
  /** 第二次及格. null for -1, the value when unused. */
  readonly reexam2Passed?: boolean | null;
  /** 學年學業成績. Night division; one decimal. */
  readonly yearScore?: number | null;
  /** 學年及格. Night division. */
  readonly yearPassed?: boolean | null;
  /** 再次修習成績. 2025 form of 重讀成績 only; null for -1, as with 重讀註記 1 (RULE-107). */
  readonly studiedAgainScore?: number | null;
  /** 再次修習成績及格. 2025 form of 重讀成績 only (RULE-107). */
  readonly studiedAgainPassed?: boolean | null;
  /** 補修方式. 3 專班辦理 is the usual value; the full list is not public (RULE-409). */
  readonly makeupMode?: string;
  /** 重修方式. 3 專班辦理 is the usual value, 4 to 6 off campus (RULE-409). */
  readonly retakeMode?: string;
  /** 重讀註記. 1 列抵, 2 再次修習 (RULE-107). */
  readonly repeatMode?: string;
  /** 身分別. 1 轉學生, 2 轉科生, 3 跨課綱復學 (RULE-104, RULE-113); 4 to 7 without public names. */
  readonly identity?: string;
  /** 是否採計學分. 是否採計學分 or 學時: 1 counted, 2 not counted, 3 no score or credit needed, -1 default (RULE-410). */
  readonly counted?: string;
  /** 質性文字描述. Free text by the teacher, optional (RULE-422). */
  readonly description?: string;
  /** DataKey. Row key of the central database or the vendor; empty in every file seen (RULE-404). */
  readonly dataKey?: string;
  /** 備註(學生姓名). Helper column of one vendor's files, not official. */
  readonly studentName?: string;
  /** 備註(資料當學期班級). Helper column of one vendor's files, not official. */
  readonly className?: string;
  /** 備註(資料當學期座號). Helper column of one vendor's files, not official. */
  readonly seat?: string;
  /** 備註(資料當學期學號). Helper column of one vendor's files, not official. */
  readonly studentNumber?: string;
  /** 備註(資料次學期班級). Helper column of one vendor's files, not official. */
  readonly nextClassName?: string;
  /** 備註(資料次學期座號). Helper column of one vendor's files, not official. */
  readonly nextSeat?: string;
  /** 備註(資料次學期學號). Helper column of one vendor's files, not official. */
  readonly nextStudentNumber?: string;
  /** 來源. Where the record came from: input file, table, spreadsheet row. */
  readonly source: Source;
  /** 原始文字. Cell text by field, only where printing the value through its own transform would not give the same text back. */
  readonly raw?: Readonly<Record<string, string>>;
  /** 未列欄位. Columns the mapping does not know, by header text, kept and written back (RULE-806). */
  readonly extra?: Readonly<Record<string, string>>;
};

/** 課程學習成果: A student's own product of a course, certified by its teacher: the six sheets of the 學生課程學習成果名冊 (26) and the three of the 進修部 roster (28); at most six picked a year (RULE-201). */
export type CourseWork = {
  /** 紀錄類型. Always courseWork. */
  readonly type: 'courseWork';
  /** 種類. Which sheet of the rosters the record belongs to; titles in the code list course-work-kind. */
  readonly kind: 'regular' | 'makeup' | 'retake' | 'repeat' | 'transfer' | 'visiting';
  /** 學校代碼. The school whose file it is; the tenant boundary (RULE-507). From the cover sheet or the school's room. */
  readonly school: string;
  /** 學年度學期. The term the record is reported for, from the cover sheet or the file name (RULE-301); 0 as the term for yearly rosters. */
  readonly term: string;
  /** 身分證號. National id or residence permit number, upper case, as text (RULE-403, RULE-501 to RULE-505). First column of every student sheet. */
  readonly idNumber: string;
  /** 出生日期. Second half of the student key (RULE-403); 7-digit ROC in rosters (RULE-510). Absent in central-database CSV exports, which leave the column out. */
  readonly birthDate?: string;
  /** 部別. day for 名冊別 26, 36, 76; night for 28, 38, 78. */
  readonly division?: 'day' | 'night';
  /** 實際修課學期. Term the course was in fact taken in, 1 or 2, of the reported school year. */
  readonly studiedTerm?: number | null;
  /** 應修課學年度. 應修課, 原修課, 原開課, 對應 or 借讀修課學年度; not later than the uploading year (RULE-105). */
  readonly courseYear?: number | null;
  /** 應修課學期. 1 or 2, with courseYear (RULE-421). */
  readonly courseTerm?: number | null;
  /** 原修課學校代碼. 原修課學校代碼 or 借讀學校代碼 (RULE-105, RULE-106). */
  readonly courseSchool?: string;
  /** 課程代碼. 23 characters (RULE-412); a work without a filed course belongs to 多元表現 (RULE-118). */
  readonly courseCode?: string;
  /** 科目代碼. 科目代碼 of the 107 trial edition. */
  readonly subjectCode?: string;
  /** 科目名稱. Name reported to the ministry (RULE-416). */
  readonly subjectName?: string;
  /** 開課年級. 開課年級, 原修課開課年級 or 借讀校開課年級. */
  readonly grade?: number | null;
  /** 修課學分. Credits, day division. */
  readonly credits?: number | null;
  /** 修課節數. Hours, night division. */
  readonly hours?: number | null;
  /** 補修方式. As in the score roster (RULE-409). */
  readonly makeupMode?: string;
  /** 重修方式. As in the score roster (RULE-409). */
  readonly retakeMode?: string;
  /** 身分別. 107 trial edition only. */
  readonly identity?: string;
  /** 課程學習成果文件檔案連結. File name or path; pdf, jpg, png, at most 4 MB (RULE-205). May hold the student's id as a folder. */
  readonly documentLink?: string;
  /** 課程學習成果影音檔案連結. File name or path; mp3, mp4, at most 10 MB (RULE-206). */
  readonly mediaLink?: string;
  /** 成果簡述. Required, at most 100 characters (RULE-208). */
  readonly brief?: string;
  /** 就讀學校代碼. School the student attended then, as a transfer package says it (RULE-804); need not be the school whose file it is. */
  readonly attendedSchool?: string;
  /** 就讀單位代碼. Unit of that school; transfer packages write 000000000 for none (RULE-804). */
  readonly attendedUnit?: string;
  /** 文件檔案MD5. As the transfer package gives it; absent when there is no file (RULE-804, RULE-805). */
  readonly documentMd5?: string;
  /** 影音檔案MD5. As the transfer package gives it; absent when there is no file (RULE-804, RULE-805). */
  readonly mediaMd5?: string;
  /** 認證狀態. 1 passed, 0 failed, 2 not certified (RULE-210); in packages of one vendor it is the picking flag. */
  readonly certificationStatus?: string;
  /** 送審時間. Local time (RULE-806). */
  readonly submittedAt?: string;
  /** 認證時間. Local time (RULE-806). */
  readonly certifiedAt?: string;
  /** 認證教師. Who certified it (RULE-119, RULE-806). */
  readonly teacher?: string;
  /** 認證說明. What the teacher wrote (RULE-806). */
  readonly remark?: string;
  /** 上傳學年度及學期. Term it was uploaded in, as a transfer package says it (RULE-804). */
  readonly uploadedTerm?: string;
  /** 建立日期及時間. Local time the item was created (RULE-117). */
  readonly createdAt?: string;
  /** 提交紀錄(學年度及學期). Term of the submission it went into; absent when never submitted (RULE-109). */
  readonly submittedTerm?: string;
  /** 來源. Where the record came from: input file, table, spreadsheet row. */
  readonly source: Source;
  /** 原始文字. Cell text by field, only where printing the value through its own transform would not give the same text back. */
  readonly raw?: Readonly<Record<string, string>>;
  /** 未列欄位. Columns the mapping does not know, by header text, kept and written back (RULE-806). */
  readonly extra?: Readonly<Record<string, string>>;
};

/** 多元表現: An activity or achievement the student entered: the ten sheets of the 學生自填多元表現名冊 (25); at most ten picked a year (RULE-201, RULE-211). */
export type Performance = {
  /** 紀錄類型. Always performance. */
  readonly type: 'performance';
  /** 種類. Which sheet of the rosters the record belongs to; titles in the code list performance-kind. */
  readonly kind: 'cadre' | 'competition' | 'certificate' | 'service' | 'flexible' | 'group' | 'workplace' | 'work' | 'precollege' | 'other';
  /** 學校代碼. The school whose file it is; the tenant boundary (RULE-507). From the cover sheet or the school's room. */
  readonly school: string;
  /** 學年度學期. The term the record is reported for, from the cover sheet or the file name (RULE-301); 0 as the term for yearly rosters. */
  readonly term: string;
  /** 身分證號. National id or residence permit number, upper case, as text (RULE-403, RULE-501 to RULE-505). First column of every student sheet. */
  readonly idNumber: string;
  /** 出生日期. Second half of the student key (RULE-403); 7-digit ROC in rosters (RULE-510). Absent in central-database CSV exports, which leave the column out. */
  readonly birthDate?: string;
  /** 單位名稱. Body where the post was held (cadre), 服務單位 (service) or 職場學習單位 (workplace). */
  readonly unit?: string;
  /** 開始日期. First day (RULE-214). */
  readonly startDate?: string | null;
  /** 結束日期. Last day, not before the first (RULE-214). */
  readonly endDate?: string | null;
  /** 擔任職務. Title of the post. */
  readonly role?: string;
  /** 等級. 幹部等級 (list cadre-level) or 競賽等級代碼 (list competition-level); 幹部等級 5 changed meaning between editions (RULE-212). */
  readonly level?: string;
  /** 名稱. 競賽名稱, 服務名稱, 名稱 of a work or of another activity. */
  readonly name?: string;
  /** 項目. 項目 or group of the competition; 競賽項目組別 in transfer packages. */
  readonly item?: string;
  /** 競賽領域代碼. 107 trial edition only (RULE-428). */
  readonly field?: string;
  /** 獎項. Award won. */
  readonly award?: string;
  /** 結果公布日期. Not after the upload (RULE-214). */
  readonly announcedOn?: string | null;
  /** 團體參與代碼. 1 個人, 2 團體; boolean-like in the central CSV (RULE-212). */
  readonly team?: string;
  /** 證照代碼. 4 digits of the yearly central list, which is not public (RULE-215). */
  readonly certificateCode?: string;
  /** 註1. 1 to 4; the 106 draft gave 1 to 3 another meaning (RULE-212). */
  readonly certificateType?: string;
  /** 分數. Text: some certificates give grades or levels. */
  readonly certificateScore?: string;
  /** 分項結果. Joined with half-width commas (RULE-215). */
  readonly subResults?: string;
  /** 取得證照日期. Not after the upload (RULE-214). */
  readonly certifiedOn?: string | null;
  /** 證照字號. Number printed on the certificate. */
  readonly certificateNumber?: string;
  /** 檢定組別. Group or class of the test. */
  readonly certificateGroup?: string;
  /** 主辦單位. 辦理單位 (group), 主辦單位 (other). */
  readonly organiser?: string;
  /** 時數. 時數 or 節數; null for -1, not applicable (RULE-419). */
  readonly hours?: number | null;
  /** 類別代碼. 彈性學習時間類別(種類)代碼 (list flexible-category), 團體活動時間類別代碼 (group-category) or 職場學習類別代碼 (workplace-category) (RULE-212). */
  readonly categoryCode?: string;
  /** 內容名稱. 內容(開設名稱) (flexible) or 團體活動內容名稱 (group). */
  readonly content?: string;
  /** 開設單位. 開設單位. */
  readonly openedBy?: string;
  /** 開設學年度. 開設學年度 (flexible) or 活動學年度 (group), ROC. */
  readonly openYear?: number | null;
  /** 開設學期. 開設學期 (flexible) or 活動學期 (group), 1 or 2. */
  readonly openTerm?: number | null;
  /** 每週節數. Class periods a week. */
  readonly hoursPerWeek?: number | null;
  /** 開設週數. 1 to 18 (RULE-212). */
  readonly weeks?: number | null;
  /** 計畫專案. Programme the course belongs to. */
  readonly project?: string;
  /** 課程名稱. Name of the college course. */
  readonly courseName?: string;
  /** 學分數. College credits; null for -1 (RULE-419). */
  readonly credits?: number | null;
  /** 總時數. null for -1 (RULE-419). */
  readonly totalHours?: number | null;
  /** 職場學習職稱. Title at the workplace. */
  readonly position?: string;
  /** 日期. Date of the work. */
  readonly date?: string | null;
  /** 內容簡述. At most 100 characters (RULE-208). */
  readonly brief?: string;
  /** 證明文件連結. File name or path of the proof (RULE-205). May hold the student's id as a folder. */
  readonly documentLink?: string;
  /** 影音檔案連結. File name or path (RULE-206). */
  readonly mediaLink?: string;
  /** 作品成果連結. File name or path of the work. */
  readonly workLink?: string;
  /** 外部影音連結. Web address; allowed here, unlike in certified works (RULE-209). */
  readonly externalLink?: string;
  /** 107 版分頁. 自主學習紀錄 or 其他活動紀錄: the 107 trial sheets that have no type of their own since 108; written back to their own sheet. */
  readonly sheet107?: string;
  /** 就讀學校代碼. School the student attended then, as a transfer package says it (RULE-804); need not be the school whose file it is. */
  readonly attendedSchool?: string;
  /** 就讀單位代碼. Unit of that school; transfer packages write 000000000 for none (RULE-804). */
  readonly attendedUnit?: string;
  /** 證明文件MD5. As the transfer package gives it; absent when there is no file (RULE-804, RULE-805). */
  readonly documentMd5?: string;
  /** 影音檔案MD5. As the transfer package gives it; absent when there is no file (RULE-804, RULE-805). */
  readonly mediaMd5?: string;
  /** 作品成果MD5. As the transfer package gives it; absent when there is no file (RULE-804, RULE-805). */
  readonly workMd5?: string;
  /** 上傳學年度及學期. Term it was uploaded in, as a transfer package says it (RULE-804). */
  readonly uploadedTerm?: string;
  /** 建立日期及時間. Local time the item was created (RULE-117). */
  readonly createdAt?: string;
  /** 提交紀錄(學年度及學期). Term of the submission it went into; absent when never submitted (RULE-109). */
  readonly submittedTerm?: string;
  /** 來源. Where the record came from: input file, table, spreadsheet row. */
  readonly source: Source;
  /** 原始文字. Cell text by field, only where printing the value through its own transform would not give the same text back. */
  readonly raw?: Readonly<Record<string, string>>;
  /** 未列欄位. Columns the mapping does not know, by header text, kept and written back (RULE-806). */
  readonly extra?: Readonly<Record<string, string>>;
};

/** 課程諮詢紀錄: A course consultation. School side only: never part of a submission (RULE-102). 個人諮詢紀錄 and 團體諮詢紀錄 of the 107 templates. */
export type Consultation = {
  /** 紀錄類型. Always consultation. */
  readonly type: 'consultation';
  /** 學校代碼. The school whose file it is; the tenant boundary (RULE-507). From the cover sheet or the school's room. */
  readonly school: string;
  /** 學年度學期. The term the record is reported for, from the cover sheet or the file name (RULE-301); 0 as the term for yearly rosters. */
  readonly term: string;
  /** 諮詢形式. individual for 個人諮詢紀錄, group for 團體諮詢紀錄. */
  readonly form?: 'individual' | 'group';
  /** 諮詢學生. Names or numbers as the cell lists them. */
  readonly students?: string;
  /** 諮詢人數. Number of students in a group consultation. */
  readonly headcount?: number | null;
  /** 諮詢時間起. Local time. */
  readonly startedAt?: string;
  /** 諮詢時間迄. Local time. */
  readonly endedAt?: string;
  /** 標題. Subject of the talk. */
  readonly title?: string;
  /** 地點. Where it took place. */
  readonly place?: string;
  /** 內容簡述. What was talked about. */
  readonly brief?: string;
  /** 輔導教師. Consulting teacher. */
  readonly teacher?: string;
  /** 附件名稱. File name of the attachment. */
  readonly attachmentName?: string;
  /** 來源. Where the record came from: input file, table, spreadsheet row. */
  readonly source: Source;
  /** 原始文字. Cell text by field, only where printing the value through its own transform would not give the same text back. */
  readonly raw?: Readonly<Record<string, string>>;
  /** 未列欄位. Columns the mapping does not know, by header text, kept and written back (RULE-806). */
  readonly extra?: Readonly<Record<string, string>>;
};

/** 自傳與學習計畫: 自傳 or 學習計畫, kept at the school and given out on the student's application; never part of a submission (RULE-102). */
export type Statement = {
  /** 紀錄類型. Always statement. */
  readonly type: 'statement';
  /** 種類. Which sheet of the rosters the record belongs to; titles in the code list statement-kind. */
  readonly kind: 'autobiography' | 'studyPlan';
  /** 學校代碼. The school whose file it is; the tenant boundary (RULE-507). From the cover sheet or the school's room. */
  readonly school: string;
  /** 學年度學期. The term the record is reported for, from the cover sheet or the file name (RULE-301); 0 as the term for yearly rosters. */
  readonly term: string;
  /** 身分證號. National id or residence permit number, upper case, as text (RULE-403, RULE-501 to RULE-505). First column of every student sheet. */
  readonly idNumber: string;
  /** 出生日期. Second half of the student key (RULE-403); 7-digit ROC in rosters (RULE-510). Absent in central-database CSV exports, which leave the column out. */
  readonly birthDate?: string;
  /** 標題. Title of the text. */
  readonly title?: string;
  /** 內容. The text itself, where it is not a file. */
  readonly content?: string;
  /** 文件檔案連結. File name or path. */
  readonly documentLink?: string;
  /** 更新時間. Local time of the last change. */
  readonly updatedAt?: string;
  /** 來源. Where the record came from: input file, table, spreadsheet row. */
  readonly source: Source;
  /** 原始文字. Cell text by field, only where printing the value through its own transform would not give the same text back. */
  readonly raw?: Readonly<Record<string, string>>;
  /** 未列欄位. Columns the mapping does not know, by header text, kept and written back (RULE-806). */
  readonly extra?: Readonly<Record<string, string>>;
};

/** 檔案: A file that a course work, a performance, a statement or a consultation names by a link, one record a link: identity is its SHA-256, MD5 is what packages carry (RULE-216). Made by joining the files of a drop with the items that name them; where the file is not to be had, sha256 is absent and missing says why. */
export type Attachment = {
  /** 紀錄類型. Always attachment. */
  readonly type: 'attachment';
  /** 種類. Which sheet of the rosters the record belongs to; titles in the code list attachment-kind. */
  readonly kind: 'document' | 'media';
  /** 學校代碼. The school whose file it is; the tenant boundary (RULE-507). From the cover sheet or the school's room. */
  readonly school: string;
  /** 學年度學期. The term the record is reported for, from the cover sheet or the file name (RULE-301); 0 as the term for yearly rosters. */
  readonly term: string;
  /** 身分證號. Student of the item that names the file; absent for a consultation of several students. */
  readonly idNumber?: string;
  /** 出生日期. Second half of the student key (RULE-403); 7-digit ROC in rosters (RULE-510). Absent in central-database CSV exports, which leave the column out. */
  readonly birthDate?: string;
  /** 檔案連結. The link text other records use for the file: path in the package or file name (RULE-424). */
  readonly link: string;
  /** 缺檔原因. nowhere: no file of that name was handed in; empty: it has no bytes; ambiguous: several files or several items have the name, and nothing tells them apart; otherStudent: the link leads into the folder of another id; notFetched: an address that was not followed; unreachable: one that was, and led to no file. Absent when the file is there. */
  readonly missing?: 'nowhere' | 'empty' | 'ambiguous' | 'otherStudent' | 'notFetched' | 'unreachable';
  /** 無法下載原因. Of an address that was followed: http-404 and the like, not-allowed, too-large, too-slow, redirects, encoded, certificate, connection, empty. */
  readonly missingWhy?: string;
  /** 原檔名. Name the student gave the file, from filename_mapping.json (RULE-803), else the file's own name in the drop. */
  readonly fileName?: string;
  /** 檔案格式. By content, not by extension (RULE-217): pdf, jpg, png, mp3, mp4; another format by its own name, unknown where nothing tells. */
  readonly format?: string;
  /** 加密. PDF only: true for one with a password or restrictions (RULE-217). */
  readonly encrypted?: boolean;
  /** 未檢查原因. PDF only: locked: it opens with a password; damaged: it cannot be made out, or a part of it; bomb: it unpacks to far more than a document may; stuck: reading it did not end; large: far above the largest document. Absent for one that was looked through. */
  readonly unread?: 'locked' | 'damaged' | 'bomb' | 'stuck' | 'large';
  /** 連結動作. PDF only: kinds of actions that lead out of the document, joined with commas (RULE-209): URI, Launch, GoToR, GoToE, SubmitForm. Absent without any. */
  readonly linkActions?: string;
  /** 連結頁碼. PDF only: pages with such an action, the first ten, joined with commas; absent where it belongs to no page. */
  readonly linkPages?: string;
  /** 網址頁碼. PDF only: pages whose text shows a web address (RULE-209), the first ten, joined with commas. */
  readonly addressPages?: string;
  /** 檔案大小. Bytes (RULE-205, RULE-206). */
  readonly size?: number;
  /** SHA-256. Identity of the file (RULE-216): the name of its content in the school's blobs. Absent when the file is missing. */
  readonly sha256?: string;
  /** MD5. Of the content. What the package says it should be stands with the item: 文件檔案MD5, 影音檔案MD5, 證明文件MD5, 作品成果MD5 (RULE-804). */
  readonly md5?: string;
  /** CRC-32. For deterministic archives. */
  readonly crc32?: number;
  /** 來源. Where the record came from: input file, table, spreadsheet row. */
  readonly source: Source;
  /** 原始文字. Cell text by field, only where printing the value through its own transform would not give the same text back. */
  readonly raw?: Readonly<Record<string, string>>;
  /** 未列欄位. Columns the mapping does not know, by header text, kept and written back (RULE-806). */
  readonly extra?: Readonly<Record<string, string>>;
};

/** 認證: What a teacher decided about a course work; only passed works can be picked (RULE-210, RULE-119). */
export type Certification = {
  /** 紀錄類型. Always certification. */
  readonly type: 'certification';
  /** 學校代碼. The school whose file it is; the tenant boundary (RULE-507). From the cover sheet or the school's room. */
  readonly school: string;
  /** 學年度學期. The term the record is reported for, from the cover sheet or the file name (RULE-301); 0 as the term for yearly rosters. */
  readonly term: string;
  /** 身分證號. National id or residence permit number, upper case, as text (RULE-403, RULE-501 to RULE-505). First column of every student sheet. */
  readonly idNumber: string;
  /** 出生日期. Second half of the student key (RULE-403); 7-digit ROC in rosters (RULE-510). Absent in central-database CSV exports, which leave the column out. */
  readonly birthDate?: string;
  /** 應修課學年度. ROC school year of the course. */
  readonly courseYear?: number | null;
  /** 應修課學期. 1 or 2. */
  readonly courseTerm?: number | null;
  /** 課程代碼. Course of the work (RULE-412). */
  readonly courseCode?: string;
  /** 科目名稱. Name reported to the ministry (RULE-416). */
  readonly subjectName?: string;
  /** 課程學習成果文件檔案連結. Link of the work it is about. */
  readonly documentLink?: string;
  /** 課程學習成果影音檔案連結. Link of the work it is about. */
  readonly mediaLink?: string;
  /** 認證狀態. 1 passed, 0 failed, 2 not certified (RULE-210); in packages of one vendor it is the picking flag. */
  readonly status?: string;
  /** 送審時間. Local time (RULE-806). */
  readonly submittedAt?: string;
  /** 認證時間. Local time (RULE-806). */
  readonly certifiedAt?: string;
  /** 認證教師. Teacher of the course or registered deputy (RULE-119). */
  readonly teacher?: string;
  /** 認證說明. What the teacher wrote (RULE-806). */
  readonly remark?: string;
  /** 來源. Where the record came from: input file, table, spreadsheet row. */
  readonly source: Source;
  /** 原始文字. Cell text by field, only where printing the value through its own transform would not give the same text back. */
  readonly raw?: Readonly<Record<string, string>>;
  /** 未列欄位. Columns the mapping does not know, by header text, kept and written back (RULE-806). */
  readonly extra?: Readonly<Record<string, string>>;
};

/** 勾選: A student's pick of a work or performance for the central database, once a school year (RULE-201, RULE-306). */
export type Selection = {
  /** 紀錄類型. Always selection. */
  readonly type: 'selection';
  /** 種類. Which sheet of the rosters the record belongs to; titles in the code list selection-kind. */
  readonly kind: 'courseWork' | 'performance';
  /** 學校代碼. The school whose file it is; the tenant boundary (RULE-507). From the cover sheet or the school's room. */
  readonly school: string;
  /** 學年度學期. The term the record is reported for, from the cover sheet or the file name (RULE-301); 0 as the term for yearly rosters. */
  readonly term: string;
  /** 身分證號. National id or residence permit number, upper case, as text (RULE-403, RULE-501 to RULE-505). First column of every student sheet. */
  readonly idNumber: string;
  /** 出生日期. Second half of the student key (RULE-403); 7-digit ROC in rosters (RULE-510). Absent in central-database CSV exports, which leave the column out. */
  readonly birthDate?: string;
  /** 多元表現種類. Kind of the performance picked. */
  readonly performanceKind?: string;
  /** 課程代碼. Course of the work picked (RULE-412). */
  readonly courseCode?: string;
  /** 科目名稱. Subject of the work picked. */
  readonly subjectName?: string;
  /** 名稱. Name of the performance picked. */
  readonly name?: string;
  /** 文件連結. Link of the item picked. */
  readonly documentLink?: string;
  /** 影音檔案連結. Link of the item picked. */
  readonly mediaLink?: string;
  /** 上傳學年度及學期. 本課程學習成果上傳學年度及學期 or 本紀錄上傳學年度及學期 (RULE-109). */
  readonly uploadedTerm?: string;
  /** 提交紀錄(學年度及學期). Term of the submission it went into; absent when never submitted (RULE-109). */
  readonly submittedTerm?: string;
  /** 建立日期及時間. Local time the item was created; the time stamp is part of the value (RULE-117). */
  readonly createdAt?: string;
  /** 勾選時間. Local time of the pick (RULE-306). */
  readonly selectedAt?: string;
  /** 來源. Where the record came from: input file, table, spreadsheet row. */
  readonly source: Source;
  /** 原始文字. Cell text by field, only where printing the value through its own transform would not give the same text back. */
  readonly raw?: Readonly<Record<string, string>>;
  /** 未列欄位. Columns the mapping does not know, by header text, kept and written back (RULE-806). */
  readonly extra?: Readonly<Record<string, string>>;
};

/** 中央資料庫回覆: What the central database says of an upload or of one of its rows, and which workbook a receipt confirms. About a submission, not part of one. */
export type Reply = {
  /** 紀錄類型. Always reply. */
  readonly type: 'reply';
  /** 種類. What is said; titles in the code list reply-kind. */
  readonly kind: 'status' | 'error' | 'receipt';
  /** 學校代碼. The school whose file it is; the tenant boundary (RULE-507). From the cover sheet or the school's room. */
  readonly school: string;
  /** 學年度學期. The term the record is reported for, from the cover sheet or the file name (RULE-301); 0 as the term for yearly rosters. */
  readonly term: string;
  /** 處理序號. FID the central database gave the upload; absent in a receipt. */
  readonly fid?: string;
  /** 已檢核. IsCheck: the upload was checked. */
  readonly checked?: boolean | null;
  /** 已匯入. IsExtract: the upload was taken in. */
  readonly extracted?: boolean | null;
  /** 有錯誤. HaveErrorMsg: there are errors. */
  readonly hasErrors?: boolean | null;
  /** 處理狀態. 處理狀態 as the central database words it; the values are not public. */
  readonly state?: string;
  /** 名冊. 錯誤名冊 or the 名稱 of 名冊資訊: the workbook or sheet meant; how it is written was not seen. */
  readonly roster?: string;
  /** 錯誤行數. 錯誤行數; whether the header counts is not public (configuration official-replies). */
  readonly line?: number | null;
  /** 狀態. 狀態 in 詳細資訊; the values are not public. */
  readonly outcome?: string;
  /** 錯誤代碼. One a line; no list of them is public (RULE-426). */
  readonly codes?: string;
  /** 錯誤說明. One a line, in the order of the codes; may quote the row. */
  readonly messages?: string;
  /** 例外說明. 例外說明 as it stands; may quote the row. */
  readonly exception?: string;
  /** 錯誤資料. 錯誤資料: the row as the central database saw it; its form was not seen. */
  readonly rowData?: string;
  /** 名冊雜湊. SHA of 名冊資訊: SHA-256 of the submitted workbook (RULE-425). */
  readonly sha256?: string;
  /** 來源. Where the record came from: input file, table, spreadsheet row. */
  readonly source: Source;
  /** 原始文字. Cell text by field, only where printing the value through its own transform would not give the same text back. */
  readonly raw?: Readonly<Record<string, string>>;
  /** 未列欄位. Columns the mapping does not know, by header text, kept and written back (RULE-806). */
  readonly extra?: Readonly<Record<string, string>>;
};

/** The record type by its name. */
export type RecordOf = {
  readonly school: SchoolRecord;
  readonly student: Student;
  readonly enrolment: Enrolment;
  readonly cadre: Cadre;
  readonly absence: Absence;
  readonly coursePlanRow: CoursePlanRow;
  readonly courseRecord: CourseRecord;
  readonly courseWork: CourseWork;
  readonly performance: Performance;
  readonly consultation: Consultation;
  readonly statement: Statement;
  readonly attachment: Attachment;
  readonly certification: Certification;
  readonly selection: Selection;
  readonly reply: Reply;
};

/** Any canonical record; `type` tells which. */
export type AnyRecord = RecordOf[keyof RecordOf];
