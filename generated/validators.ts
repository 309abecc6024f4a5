// npm run generate. 직접 고치지 않습니다.
// @ts-nocheck -- compiled by Ajv
import type { Validator } from "./runtime/contract.ts";

function codePoints(text) {
  let count = text.length;
  for (let at = text.length - 1; at > 0; at--) {
    if ((text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800) { count--; at--; }
  }
  return count;
}

/** 대출기본정보요청: 요청 본문을 검사합니다. 어긋난 곳은 errors에 있습니다. */
export const getCreditLoanBasicInfoRequest: Validator = validate10;
const schema11 = {"$id":"getCreditLoanBasicInfoRequest","$ref":"#/$defs/CreditLoanBasicInfoRequest","$defs":{"RequestDataHeader":{"type":"object","additionalProperties":false,"required":["UTZPE_CNCT_IPAD","UTZPE_CNCT_MCHR_UNQ_ID","UTZPE_CNCT_TEL_NO_TXT","UTZPE_CNCT_MCHR_IDF_SRNO","UTZ_MCHR_OS_DSCD","UTZ_MCHR_OS_VER_NM","UTZ_MCHR_MDL_NM","UTZ_MCHR_APP_VER_NM"],"properties":{"UTZPE_CNCT_IPAD":{"type":"string","maxLength":39},"UTZPE_CNCT_MCHR_UNQ_ID":{"type":"string","maxLength":100},"UTZPE_CNCT_TEL_NO_TXT":{"type":"string","maxLength":40},"UTZPE_CNCT_MCHR_IDF_SRNO":{"type":"string","maxLength":20},"UTZ_MCHR_OS_DSCD":{"type":"string","maxLength":1},"UTZ_MCHR_OS_VER_NM":{"type":"string","maxLength":20},"UTZ_MCHR_MDL_NM":{"type":"string","maxLength":20},"UTZ_MCHR_APP_VER_NM":{"type":"string","maxLength":20}}},"CreditLoanBasicInfoRequestDataBody":{"type":"object","additionalProperties":false,"required":["CRINF_INQ_AGR_YN","CRINF_UTZ_OFR_YN","CRINF_OFR_AGR_YN","CUS_IDF_INF_AGR_YN"],"properties":{"CRINF_INQ_AGR_YN":{"type":"string","enum":["Y","N"],"maxLength":1},"CRINF_UTZ_OFR_YN":{"type":"string","enum":["Y","N"],"maxLength":1},"CRINF_OFR_AGR_YN":{"type":"string","enum":["Y","N"],"maxLength":1},"CUS_IDF_INF_AGR_YN":{"type":"string","enum":["Y","N"],"maxLength":1}}},"CreditLoanBasicInfoRequest":{"type":"object","additionalProperties":false,"required":["dataHeader","dataBody"],"properties":{"dataHeader":{"$ref":"#/$defs/RequestDataHeader"},"dataBody":{"$ref":"#/$defs/CreditLoanBasicInfoRequestDataBody"}}},"ResponseDataHeader":{"type":"object","properties":{"GLBL_ID":{"type":"string","maxLength":32}}},"CreditLoanAccount":{"type":"object","required":["CUS_USG_ACNO"],"properties":{"CUS_USG_ACNO":{"type":"string","maxLength":15}}},"CreditLoanBasicInfoResponseDataBody":{"type":"object","required":["LN_AVL_AM","ZPNO_1","ZPNO_ADR","ATCD_ADR_1","WRLC_TEL_1","WRLC_NM_1","EMAIL_1","CNT","ACCOUNT_LIST"],"properties":{"LN_AVL_AM":{"type":"string","pattern":"^[0-9]*$"},"ZPNO_1":{"type":"string"},"ZPNO_ADR":{"type":"string"},"ATCD_ADR_1":{"type":"string"},"WRLC_TEL_1":{"type":"string"},"WRLC_NM_1":{"type":"string"},"EMAIL_1":{"type":"string"},"ERR_TXT":{"type":"string"},"SGI_TSBSR_NO":{"type":"string","maxLength":20},"CNT":{"type":"string","pattern":"^[0-9]*$"},"ACCOUNT_LIST":{"type":"array","items":{"$ref":"#/$defs/CreditLoanAccount"}}}},"CreditLoanBasicInfoResponse":{"type":"object","required":["dataHeader","dataBody"],"properties":{"dataHeader":{"$ref":"#/$defs/ResponseDataHeader"},"dataBody":{"$ref":"#/$defs/CreditLoanBasicInfoResponseDataBody"}}},"ErrorListItem":{"type":"object","properties":{"MSG_CD":{"type":"string","maxLength":10},"MAIN_MSG_TXT":{"type":"string","maxLength":200}}},"ErrorDataBody":{"type":"object","properties":{"MAIN_MSG_INF_REPT_CN":{"type":"string","maxLength":5,"pattern":"^[0-9]*$"},"ERRORLIST":{"type":"array","items":{"$ref":"#/$defs/ErrorListItem"}},"ERRCODE":{"type":"string","maxLength":10},"ERRUSRMSG":{"type":"string","maxLength":200}}},"ErrorResponse":{"type":"object","required":["dataHeader","dataBody"],"properties":{"dataHeader":{"$ref":"#/$defs/ResponseDataHeader"},"dataBody":{"$ref":"#/$defs/ErrorDataBody"}}},"ResponseEnvelope":{"type":"object","required":["dataHeader","dataBody"],"properties":{"dataHeader":{"$ref":"#/$defs/ResponseDataHeader"},"dataBody":{"type":"object","additionalProperties":true}}}}};
const schema12 = {"type":"object","additionalProperties":false,"required":["dataHeader","dataBody"],"properties":{"dataHeader":{"$ref":"#/$defs/RequestDataHeader"},"dataBody":{"$ref":"#/$defs/CreditLoanBasicInfoRequestDataBody"}}};
const schema13 = {"type":"object","additionalProperties":false,"required":["UTZPE_CNCT_IPAD","UTZPE_CNCT_MCHR_UNQ_ID","UTZPE_CNCT_TEL_NO_TXT","UTZPE_CNCT_MCHR_IDF_SRNO","UTZ_MCHR_OS_DSCD","UTZ_MCHR_OS_VER_NM","UTZ_MCHR_MDL_NM","UTZ_MCHR_APP_VER_NM"],"properties":{"UTZPE_CNCT_IPAD":{"type":"string","maxLength":39},"UTZPE_CNCT_MCHR_UNQ_ID":{"type":"string","maxLength":100},"UTZPE_CNCT_TEL_NO_TXT":{"type":"string","maxLength":40},"UTZPE_CNCT_MCHR_IDF_SRNO":{"type":"string","maxLength":20},"UTZ_MCHR_OS_DSCD":{"type":"string","maxLength":1},"UTZ_MCHR_OS_VER_NM":{"type":"string","maxLength":20},"UTZ_MCHR_MDL_NM":{"type":"string","maxLength":20},"UTZ_MCHR_APP_VER_NM":{"type":"string","maxLength":20}}};
const schema14 = {"type":"object","additionalProperties":false,"required":["CRINF_INQ_AGR_YN","CRINF_UTZ_OFR_YN","CRINF_OFR_AGR_YN","CUS_IDF_INF_AGR_YN"],"properties":{"CRINF_INQ_AGR_YN":{"type":"string","enum":["Y","N"],"maxLength":1},"CRINF_UTZ_OFR_YN":{"type":"string","enum":["Y","N"],"maxLength":1},"CRINF_OFR_AGR_YN":{"type":"string","enum":["Y","N"],"maxLength":1},"CUS_IDF_INF_AGR_YN":{"type":"string","enum":["Y","N"],"maxLength":1}}};
const func2 = codePoints;

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dataHeader === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "dataHeader"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.dataBody === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "dataBody"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "dataHeader") || (key0 === "dataBody"))){
const err2 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.dataHeader !== undefined){
let data0 = data.dataHeader;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.UTZPE_CNCT_IPAD === undefined){
const err3 = {instancePath:instancePath+"/dataHeader",keyword:"required",params:{missingProperty: "UTZPE_CNCT_IPAD"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data0.UTZPE_CNCT_MCHR_UNQ_ID === undefined){
const err4 = {instancePath:instancePath+"/dataHeader",keyword:"required",params:{missingProperty: "UTZPE_CNCT_MCHR_UNQ_ID"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data0.UTZPE_CNCT_TEL_NO_TXT === undefined){
const err5 = {instancePath:instancePath+"/dataHeader",keyword:"required",params:{missingProperty: "UTZPE_CNCT_TEL_NO_TXT"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data0.UTZPE_CNCT_MCHR_IDF_SRNO === undefined){
const err6 = {instancePath:instancePath+"/dataHeader",keyword:"required",params:{missingProperty: "UTZPE_CNCT_MCHR_IDF_SRNO"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data0.UTZ_MCHR_OS_DSCD === undefined){
const err7 = {instancePath:instancePath+"/dataHeader",keyword:"required",params:{missingProperty: "UTZ_MCHR_OS_DSCD"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data0.UTZ_MCHR_OS_VER_NM === undefined){
const err8 = {instancePath:instancePath+"/dataHeader",keyword:"required",params:{missingProperty: "UTZ_MCHR_OS_VER_NM"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data0.UTZ_MCHR_MDL_NM === undefined){
const err9 = {instancePath:instancePath+"/dataHeader",keyword:"required",params:{missingProperty: "UTZ_MCHR_MDL_NM"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data0.UTZ_MCHR_APP_VER_NM === undefined){
const err10 = {instancePath:instancePath+"/dataHeader",keyword:"required",params:{missingProperty: "UTZ_MCHR_APP_VER_NM"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
for(const key1 in data0){
if(!((((((((key1 === "UTZPE_CNCT_IPAD") || (key1 === "UTZPE_CNCT_MCHR_UNQ_ID")) || (key1 === "UTZPE_CNCT_TEL_NO_TXT")) || (key1 === "UTZPE_CNCT_MCHR_IDF_SRNO")) || (key1 === "UTZ_MCHR_OS_DSCD")) || (key1 === "UTZ_MCHR_OS_VER_NM")) || (key1 === "UTZ_MCHR_MDL_NM")) || (key1 === "UTZ_MCHR_APP_VER_NM"))){
const err11 = {instancePath:instancePath+"/dataHeader",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data0.UTZPE_CNCT_IPAD !== undefined){
let data1 = data0.UTZPE_CNCT_IPAD;
if(typeof data1 === "string"){
if(func2(data1) > 39){
const err12 = {instancePath:instancePath+"/dataHeader/UTZPE_CNCT_IPAD",keyword:"maxLength",params:{limit: 39}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/dataHeader/UTZPE_CNCT_IPAD",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data0.UTZPE_CNCT_MCHR_UNQ_ID !== undefined){
let data2 = data0.UTZPE_CNCT_MCHR_UNQ_ID;
if(typeof data2 === "string"){
if(func2(data2) > 100){
const err14 = {instancePath:instancePath+"/dataHeader/UTZPE_CNCT_MCHR_UNQ_ID",keyword:"maxLength",params:{limit: 100}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/dataHeader/UTZPE_CNCT_MCHR_UNQ_ID",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data0.UTZPE_CNCT_TEL_NO_TXT !== undefined){
let data3 = data0.UTZPE_CNCT_TEL_NO_TXT;
if(typeof data3 === "string"){
if(func2(data3) > 40){
const err16 = {instancePath:instancePath+"/dataHeader/UTZPE_CNCT_TEL_NO_TXT",keyword:"maxLength",params:{limit: 40}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/dataHeader/UTZPE_CNCT_TEL_NO_TXT",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data0.UTZPE_CNCT_MCHR_IDF_SRNO !== undefined){
let data4 = data0.UTZPE_CNCT_MCHR_IDF_SRNO;
if(typeof data4 === "string"){
if(func2(data4) > 20){
const err18 = {instancePath:instancePath+"/dataHeader/UTZPE_CNCT_MCHR_IDF_SRNO",keyword:"maxLength",params:{limit: 20}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/dataHeader/UTZPE_CNCT_MCHR_IDF_SRNO",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data0.UTZ_MCHR_OS_DSCD !== undefined){
let data5 = data0.UTZ_MCHR_OS_DSCD;
if(typeof data5 === "string"){
if(func2(data5) > 1){
const err20 = {instancePath:instancePath+"/dataHeader/UTZ_MCHR_OS_DSCD",keyword:"maxLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/dataHeader/UTZ_MCHR_OS_DSCD",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data0.UTZ_MCHR_OS_VER_NM !== undefined){
let data6 = data0.UTZ_MCHR_OS_VER_NM;
if(typeof data6 === "string"){
if(func2(data6) > 20){
const err22 = {instancePath:instancePath+"/dataHeader/UTZ_MCHR_OS_VER_NM",keyword:"maxLength",params:{limit: 20}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/dataHeader/UTZ_MCHR_OS_VER_NM",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data0.UTZ_MCHR_MDL_NM !== undefined){
let data7 = data0.UTZ_MCHR_MDL_NM;
if(typeof data7 === "string"){
if(func2(data7) > 20){
const err24 = {instancePath:instancePath+"/dataHeader/UTZ_MCHR_MDL_NM",keyword:"maxLength",params:{limit: 20}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/dataHeader/UTZ_MCHR_MDL_NM",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data0.UTZ_MCHR_APP_VER_NM !== undefined){
let data8 = data0.UTZ_MCHR_APP_VER_NM;
if(typeof data8 === "string"){
if(func2(data8) > 20){
const err26 = {instancePath:instancePath+"/dataHeader/UTZ_MCHR_APP_VER_NM",keyword:"maxLength",params:{limit: 20}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/dataHeader/UTZ_MCHR_APP_VER_NM",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/dataHeader",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.dataBody !== undefined){
let data9 = data.dataBody;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.CRINF_INQ_AGR_YN === undefined){
const err29 = {instancePath:instancePath+"/dataBody",keyword:"required",params:{missingProperty: "CRINF_INQ_AGR_YN"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data9.CRINF_UTZ_OFR_YN === undefined){
const err30 = {instancePath:instancePath+"/dataBody",keyword:"required",params:{missingProperty: "CRINF_UTZ_OFR_YN"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data9.CRINF_OFR_AGR_YN === undefined){
const err31 = {instancePath:instancePath+"/dataBody",keyword:"required",params:{missingProperty: "CRINF_OFR_AGR_YN"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data9.CUS_IDF_INF_AGR_YN === undefined){
const err32 = {instancePath:instancePath+"/dataBody",keyword:"required",params:{missingProperty: "CUS_IDF_INF_AGR_YN"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
for(const key2 in data9){
if(!((((key2 === "CRINF_INQ_AGR_YN") || (key2 === "CRINF_UTZ_OFR_YN")) || (key2 === "CRINF_OFR_AGR_YN")) || (key2 === "CUS_IDF_INF_AGR_YN"))){
const err33 = {instancePath:instancePath+"/dataBody",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data9.CRINF_INQ_AGR_YN !== undefined){
let data10 = data9.CRINF_INQ_AGR_YN;
if(!((data10 === "Y") || (data10 === "N"))){
const err34 = {instancePath:instancePath+"/dataBody/CRINF_INQ_AGR_YN",keyword:"enum",params:{allowedValues: schema14.properties.CRINF_INQ_AGR_YN.enum}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(typeof data10 === "string"){
if(func2(data10) > 1){
const err35 = {instancePath:instancePath+"/dataBody/CRINF_INQ_AGR_YN",keyword:"maxLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/dataBody/CRINF_INQ_AGR_YN",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data9.CRINF_UTZ_OFR_YN !== undefined){
let data11 = data9.CRINF_UTZ_OFR_YN;
if(!((data11 === "Y") || (data11 === "N"))){
const err37 = {instancePath:instancePath+"/dataBody/CRINF_UTZ_OFR_YN",keyword:"enum",params:{allowedValues: schema14.properties.CRINF_UTZ_OFR_YN.enum}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(typeof data11 === "string"){
if(func2(data11) > 1){
const err38 = {instancePath:instancePath+"/dataBody/CRINF_UTZ_OFR_YN",keyword:"maxLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/dataBody/CRINF_UTZ_OFR_YN",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data9.CRINF_OFR_AGR_YN !== undefined){
let data12 = data9.CRINF_OFR_AGR_YN;
if(!((data12 === "Y") || (data12 === "N"))){
const err40 = {instancePath:instancePath+"/dataBody/CRINF_OFR_AGR_YN",keyword:"enum",params:{allowedValues: schema14.properties.CRINF_OFR_AGR_YN.enum}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(typeof data12 === "string"){
if(func2(data12) > 1){
const err41 = {instancePath:instancePath+"/dataBody/CRINF_OFR_AGR_YN",keyword:"maxLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/dataBody/CRINF_OFR_AGR_YN",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data9.CUS_IDF_INF_AGR_YN !== undefined){
let data13 = data9.CUS_IDF_INF_AGR_YN;
if(!((data13 === "Y") || (data13 === "N"))){
const err43 = {instancePath:instancePath+"/dataBody/CUS_IDF_INF_AGR_YN",keyword:"enum",params:{allowedValues: schema14.properties.CUS_IDF_INF_AGR_YN.enum}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(typeof data13 === "string"){
if(func2(data13) > 1){
const err44 = {instancePath:instancePath+"/dataBody/CUS_IDF_INF_AGR_YN",keyword:"maxLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/dataBody/CUS_IDF_INF_AGR_YN",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
else {
const err46 = {instancePath:instancePath+"/dataBody",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="getCreditLoanBasicInfoRequest" */;
let vErrors = null;
let errors = 0;
if(!(validate11(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
validate10.errors = vErrors;
return errors === 0;
}

/** 대출기본정보요청: 응답 본문을 검사합니다. 어긋난 곳은 errors에 있습니다. */
export const getCreditLoanBasicInfoResponse: Validator = validate13;
const schema15 = {"$id":"getCreditLoanBasicInfoResponse","$ref":"#/$defs/CreditLoanBasicInfoResponse","$defs":{"RequestDataHeader":{"type":"object","additionalProperties":false,"required":["UTZPE_CNCT_IPAD","UTZPE_CNCT_MCHR_UNQ_ID","UTZPE_CNCT_TEL_NO_TXT","UTZPE_CNCT_MCHR_IDF_SRNO","UTZ_MCHR_OS_DSCD","UTZ_MCHR_OS_VER_NM","UTZ_MCHR_MDL_NM","UTZ_MCHR_APP_VER_NM"],"properties":{"UTZPE_CNCT_IPAD":{"type":"string","maxLength":39},"UTZPE_CNCT_MCHR_UNQ_ID":{"type":"string","maxLength":100},"UTZPE_CNCT_TEL_NO_TXT":{"type":"string","maxLength":40},"UTZPE_CNCT_MCHR_IDF_SRNO":{"type":"string","maxLength":20},"UTZ_MCHR_OS_DSCD":{"type":"string","maxLength":1},"UTZ_MCHR_OS_VER_NM":{"type":"string","maxLength":20},"UTZ_MCHR_MDL_NM":{"type":"string","maxLength":20},"UTZ_MCHR_APP_VER_NM":{"type":"string","maxLength":20}}},"CreditLoanBasicInfoRequestDataBody":{"type":"object","additionalProperties":false,"required":["CRINF_INQ_AGR_YN","CRINF_UTZ_OFR_YN","CRINF_OFR_AGR_YN","CUS_IDF_INF_AGR_YN"],"properties":{"CRINF_INQ_AGR_YN":{"type":"string","enum":["Y","N"],"maxLength":1},"CRINF_UTZ_OFR_YN":{"type":"string","enum":["Y","N"],"maxLength":1},"CRINF_OFR_AGR_YN":{"type":"string","enum":["Y","N"],"maxLength":1},"CUS_IDF_INF_AGR_YN":{"type":"string","enum":["Y","N"],"maxLength":1}}},"CreditLoanBasicInfoRequest":{"type":"object","additionalProperties":false,"required":["dataHeader","dataBody"],"properties":{"dataHeader":{"$ref":"#/$defs/RequestDataHeader"},"dataBody":{"$ref":"#/$defs/CreditLoanBasicInfoRequestDataBody"}}},"ResponseDataHeader":{"type":"object","properties":{"GLBL_ID":{"type":"string","maxLength":32}}},"CreditLoanAccount":{"type":"object","required":["CUS_USG_ACNO"],"properties":{"CUS_USG_ACNO":{"type":"string","maxLength":15}}},"CreditLoanBasicInfoResponseDataBody":{"type":"object","required":["LN_AVL_AM","ZPNO_1","ZPNO_ADR","ATCD_ADR_1","WRLC_TEL_1","WRLC_NM_1","EMAIL_1","CNT","ACCOUNT_LIST"],"properties":{"LN_AVL_AM":{"type":"string","pattern":"^[0-9]*$"},"ZPNO_1":{"type":"string"},"ZPNO_ADR":{"type":"string"},"ATCD_ADR_1":{"type":"string"},"WRLC_TEL_1":{"type":"string"},"WRLC_NM_1":{"type":"string"},"EMAIL_1":{"type":"string"},"ERR_TXT":{"type":"string"},"SGI_TSBSR_NO":{"type":"string","maxLength":20},"CNT":{"type":"string","pattern":"^[0-9]*$"},"ACCOUNT_LIST":{"type":"array","items":{"$ref":"#/$defs/CreditLoanAccount"}}}},"CreditLoanBasicInfoResponse":{"type":"object","required":["dataHeader","dataBody"],"properties":{"dataHeader":{"$ref":"#/$defs/ResponseDataHeader"},"dataBody":{"$ref":"#/$defs/CreditLoanBasicInfoResponseDataBody"}}},"ErrorListItem":{"type":"object","properties":{"MSG_CD":{"type":"string","maxLength":10},"MAIN_MSG_TXT":{"type":"string","maxLength":200}}},"ErrorDataBody":{"type":"object","properties":{"MAIN_MSG_INF_REPT_CN":{"type":"string","maxLength":5,"pattern":"^[0-9]*$"},"ERRORLIST":{"type":"array","items":{"$ref":"#/$defs/ErrorListItem"}},"ERRCODE":{"type":"string","maxLength":10},"ERRUSRMSG":{"type":"string","maxLength":200}}},"ErrorResponse":{"type":"object","required":["dataHeader","dataBody"],"properties":{"dataHeader":{"$ref":"#/$defs/ResponseDataHeader"},"dataBody":{"$ref":"#/$defs/ErrorDataBody"}}},"ResponseEnvelope":{"type":"object","required":["dataHeader","dataBody"],"properties":{"dataHeader":{"$ref":"#/$defs/ResponseDataHeader"},"dataBody":{"type":"object","additionalProperties":true}}}}};
const schema16 = {"type":"object","required":["dataHeader","dataBody"],"properties":{"dataHeader":{"$ref":"#/$defs/ResponseDataHeader"},"dataBody":{"$ref":"#/$defs/CreditLoanBasicInfoResponseDataBody"}}};
const schema17 = {"type":"object","properties":{"GLBL_ID":{"type":"string","maxLength":32}}};
const schema18 = {"type":"object","required":["LN_AVL_AM","ZPNO_1","ZPNO_ADR","ATCD_ADR_1","WRLC_TEL_1","WRLC_NM_1","EMAIL_1","CNT","ACCOUNT_LIST"],"properties":{"LN_AVL_AM":{"type":"string","pattern":"^[0-9]*$"},"ZPNO_1":{"type":"string"},"ZPNO_ADR":{"type":"string"},"ATCD_ADR_1":{"type":"string"},"WRLC_TEL_1":{"type":"string"},"WRLC_NM_1":{"type":"string"},"EMAIL_1":{"type":"string"},"ERR_TXT":{"type":"string"},"SGI_TSBSR_NO":{"type":"string","maxLength":20},"CNT":{"type":"string","pattern":"^[0-9]*$"},"ACCOUNT_LIST":{"type":"array","items":{"$ref":"#/$defs/CreditLoanAccount"}}}};
const schema19 = {"type":"object","required":["CUS_USG_ACNO"],"properties":{"CUS_USG_ACNO":{"type":"string","maxLength":15}}};
const pattern0 = new RegExp("^[0-9]*$", "u");

function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.LN_AVL_AM === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "LN_AVL_AM"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.ZPNO_1 === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "ZPNO_1"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.ZPNO_ADR === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "ZPNO_ADR"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.ATCD_ADR_1 === undefined){
const err3 = {instancePath,keyword:"required",params:{missingProperty: "ATCD_ADR_1"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.WRLC_TEL_1 === undefined){
const err4 = {instancePath,keyword:"required",params:{missingProperty: "WRLC_TEL_1"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.WRLC_NM_1 === undefined){
const err5 = {instancePath,keyword:"required",params:{missingProperty: "WRLC_NM_1"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.EMAIL_1 === undefined){
const err6 = {instancePath,keyword:"required",params:{missingProperty: "EMAIL_1"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.CNT === undefined){
const err7 = {instancePath,keyword:"required",params:{missingProperty: "CNT"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.ACCOUNT_LIST === undefined){
const err8 = {instancePath,keyword:"required",params:{missingProperty: "ACCOUNT_LIST"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data.LN_AVL_AM !== undefined){
let data0 = data.LN_AVL_AM;
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
const err9 = {instancePath:instancePath+"/LN_AVL_AM",keyword:"pattern",params:{pattern: "^[0-9]*$"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/LN_AVL_AM",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.ZPNO_1 !== undefined){
if(typeof data.ZPNO_1 !== "string"){
const err11 = {instancePath:instancePath+"/ZPNO_1",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.ZPNO_ADR !== undefined){
if(typeof data.ZPNO_ADR !== "string"){
const err12 = {instancePath:instancePath+"/ZPNO_ADR",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.ATCD_ADR_1 !== undefined){
if(typeof data.ATCD_ADR_1 !== "string"){
const err13 = {instancePath:instancePath+"/ATCD_ADR_1",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.WRLC_TEL_1 !== undefined){
if(typeof data.WRLC_TEL_1 !== "string"){
const err14 = {instancePath:instancePath+"/WRLC_TEL_1",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.WRLC_NM_1 !== undefined){
if(typeof data.WRLC_NM_1 !== "string"){
const err15 = {instancePath:instancePath+"/WRLC_NM_1",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.EMAIL_1 !== undefined){
if(typeof data.EMAIL_1 !== "string"){
const err16 = {instancePath:instancePath+"/EMAIL_1",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.ERR_TXT !== undefined){
if(typeof data.ERR_TXT !== "string"){
const err17 = {instancePath:instancePath+"/ERR_TXT",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.SGI_TSBSR_NO !== undefined){
let data8 = data.SGI_TSBSR_NO;
if(typeof data8 === "string"){
if(func2(data8) > 20){
const err18 = {instancePath:instancePath+"/SGI_TSBSR_NO",keyword:"maxLength",params:{limit: 20}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/SGI_TSBSR_NO",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.CNT !== undefined){
let data9 = data.CNT;
if(typeof data9 === "string"){
if(!pattern0.test(data9)){
const err20 = {instancePath:instancePath+"/CNT",keyword:"pattern",params:{pattern: "^[0-9]*$"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/CNT",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.ACCOUNT_LIST !== undefined){
let data10 = data.ACCOUNT_LIST;
if(Array.isArray(data10)){
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
let data11 = data10[i0];
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.CUS_USG_ACNO === undefined){
const err22 = {instancePath:instancePath+"/ACCOUNT_LIST/" + i0,keyword:"required",params:{missingProperty: "CUS_USG_ACNO"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data11.CUS_USG_ACNO !== undefined){
let data12 = data11.CUS_USG_ACNO;
if(typeof data12 === "string"){
if(func2(data12) > 15){
const err23 = {instancePath:instancePath+"/ACCOUNT_LIST/" + i0+"/CUS_USG_ACNO",keyword:"maxLength",params:{limit: 15}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/ACCOUNT_LIST/" + i0+"/CUS_USG_ACNO",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/ACCOUNT_LIST/" + i0,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/ACCOUNT_LIST",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
validate15.errors = vErrors;
return errors === 0;
}


function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dataHeader === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "dataHeader"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.dataBody === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "dataBody"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.dataHeader !== undefined){
let data0 = data.dataHeader;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.GLBL_ID !== undefined){
let data1 = data0.GLBL_ID;
if(typeof data1 === "string"){
if(func2(data1) > 32){
const err2 = {instancePath:instancePath+"/dataHeader/GLBL_ID",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/dataHeader/GLBL_ID",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath:instancePath+"/dataHeader",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.dataBody !== undefined){
if(!(validate15(data.dataBody, {instancePath:instancePath+"/dataBody",parentData:data,parentDataProperty:"dataBody",rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate14.errors = vErrors;
return errors === 0;
}


function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="getCreditLoanBasicInfoResponse" */;
let vErrors = null;
let errors = 0;
if(!(validate14(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
validate13.errors = vErrors;
return errors === 0;
}

/** 토큰 확인: 응답 본문을 검사합니다. 어긋난 곳은 errors에 있습니다. */
export const checkTokenResponse: Validator = validate18;
const schema20 = {"$id":"checkTokenResponse","$ref":"#/$defs/ResponseEnvelope","$defs":{"RequestDataHeader":{"type":"object","additionalProperties":false,"required":["UTZPE_CNCT_IPAD","UTZPE_CNCT_MCHR_UNQ_ID","UTZPE_CNCT_TEL_NO_TXT","UTZPE_CNCT_MCHR_IDF_SRNO","UTZ_MCHR_OS_DSCD","UTZ_MCHR_OS_VER_NM","UTZ_MCHR_MDL_NM","UTZ_MCHR_APP_VER_NM"],"properties":{"UTZPE_CNCT_IPAD":{"type":"string","maxLength":39},"UTZPE_CNCT_MCHR_UNQ_ID":{"type":"string","maxLength":100},"UTZPE_CNCT_TEL_NO_TXT":{"type":"string","maxLength":40},"UTZPE_CNCT_MCHR_IDF_SRNO":{"type":"string","maxLength":20},"UTZ_MCHR_OS_DSCD":{"type":"string","maxLength":1},"UTZ_MCHR_OS_VER_NM":{"type":"string","maxLength":20},"UTZ_MCHR_MDL_NM":{"type":"string","maxLength":20},"UTZ_MCHR_APP_VER_NM":{"type":"string","maxLength":20}}},"CreditLoanBasicInfoRequestDataBody":{"type":"object","additionalProperties":false,"required":["CRINF_INQ_AGR_YN","CRINF_UTZ_OFR_YN","CRINF_OFR_AGR_YN","CUS_IDF_INF_AGR_YN"],"properties":{"CRINF_INQ_AGR_YN":{"type":"string","enum":["Y","N"],"maxLength":1},"CRINF_UTZ_OFR_YN":{"type":"string","enum":["Y","N"],"maxLength":1},"CRINF_OFR_AGR_YN":{"type":"string","enum":["Y","N"],"maxLength":1},"CUS_IDF_INF_AGR_YN":{"type":"string","enum":["Y","N"],"maxLength":1}}},"CreditLoanBasicInfoRequest":{"type":"object","additionalProperties":false,"required":["dataHeader","dataBody"],"properties":{"dataHeader":{"$ref":"#/$defs/RequestDataHeader"},"dataBody":{"$ref":"#/$defs/CreditLoanBasicInfoRequestDataBody"}}},"ResponseDataHeader":{"type":"object","properties":{"GLBL_ID":{"type":"string","maxLength":32}}},"CreditLoanAccount":{"type":"object","required":["CUS_USG_ACNO"],"properties":{"CUS_USG_ACNO":{"type":"string","maxLength":15}}},"CreditLoanBasicInfoResponseDataBody":{"type":"object","required":["LN_AVL_AM","ZPNO_1","ZPNO_ADR","ATCD_ADR_1","WRLC_TEL_1","WRLC_NM_1","EMAIL_1","CNT","ACCOUNT_LIST"],"properties":{"LN_AVL_AM":{"type":"string","pattern":"^[0-9]*$"},"ZPNO_1":{"type":"string"},"ZPNO_ADR":{"type":"string"},"ATCD_ADR_1":{"type":"string"},"WRLC_TEL_1":{"type":"string"},"WRLC_NM_1":{"type":"string"},"EMAIL_1":{"type":"string"},"ERR_TXT":{"type":"string"},"SGI_TSBSR_NO":{"type":"string","maxLength":20},"CNT":{"type":"string","pattern":"^[0-9]*$"},"ACCOUNT_LIST":{"type":"array","items":{"$ref":"#/$defs/CreditLoanAccount"}}}},"CreditLoanBasicInfoResponse":{"type":"object","required":["dataHeader","dataBody"],"properties":{"dataHeader":{"$ref":"#/$defs/ResponseDataHeader"},"dataBody":{"$ref":"#/$defs/CreditLoanBasicInfoResponseDataBody"}}},"ErrorListItem":{"type":"object","properties":{"MSG_CD":{"type":"string","maxLength":10},"MAIN_MSG_TXT":{"type":"string","maxLength":200}}},"ErrorDataBody":{"type":"object","properties":{"MAIN_MSG_INF_REPT_CN":{"type":"string","maxLength":5,"pattern":"^[0-9]*$"},"ERRORLIST":{"type":"array","items":{"$ref":"#/$defs/ErrorListItem"}},"ERRCODE":{"type":"string","maxLength":10},"ERRUSRMSG":{"type":"string","maxLength":200}}},"ErrorResponse":{"type":"object","required":["dataHeader","dataBody"],"properties":{"dataHeader":{"$ref":"#/$defs/ResponseDataHeader"},"dataBody":{"$ref":"#/$defs/ErrorDataBody"}}},"ResponseEnvelope":{"type":"object","required":["dataHeader","dataBody"],"properties":{"dataHeader":{"$ref":"#/$defs/ResponseDataHeader"},"dataBody":{"type":"object","additionalProperties":true}}}}};
const schema21 = {"type":"object","required":["dataHeader","dataBody"],"properties":{"dataHeader":{"$ref":"#/$defs/ResponseDataHeader"},"dataBody":{"type":"object","additionalProperties":true}}};

function validate19(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dataHeader === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "dataHeader"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.dataBody === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "dataBody"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.dataHeader !== undefined){
let data0 = data.dataHeader;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.GLBL_ID !== undefined){
let data1 = data0.GLBL_ID;
if(typeof data1 === "string"){
if(func2(data1) > 32){
const err2 = {instancePath:instancePath+"/dataHeader/GLBL_ID",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/dataHeader/GLBL_ID",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath:instancePath+"/dataHeader",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.dataBody !== undefined){
let data2 = data.dataBody;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
}
else {
const err5 = {instancePath:instancePath+"/dataBody",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate19.errors = vErrors;
return errors === 0;
}


function validate18(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="checkTokenResponse" */;
let vErrors = null;
let errors = 0;
if(!(validate19(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
errors = vErrors.length;
}
validate18.errors = vErrors;
return errors === 0;
}
